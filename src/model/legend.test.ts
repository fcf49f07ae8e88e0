import { expect, test } from '@playwright/test';
import { sampleWorld } from '../assembly/sample-world.ts';
import { legendOf } from './legend.ts';
import { snapshotAt } from './snapshot.ts';
import { mapWorldOf } from './world.ts';

const world = mapWorldOf(sampleWorld());
const on = (...days: string[]): ReadonlySet<string> => legendOf(days.map((day) => snapshotAt(world, day)));

test.describe('the legend', () => {
  test('explains what is on the map that day, and nothing else', () => {
    expect(on('2023-01-15').has('peacekeeper-area')).toBe(true);
    expect(on('2023-10-01').has('peacekeeper-area')).toBe(false);
    expect(on('2023-01-15').has('sit-in')).toBe(true);
    expect(on('2023-06-01').has('sit-in')).toBe(false);
  });

  test('explains what is on either of two days', () => {
    expect(on('2023-10-01', '2023-01-15').has('sit-in')).toBe(true);
    expect(on('2023-10-01', '2023-01-15').has('peacekeeper-area')).toBe(true);
  });

  test('always explains borders and the marks of events', () => {
    expect(on('2023-01-15').has('mark')).toBe(true);
    expect(on('2023-01-15').has('border')).toBe(true);
  });
});
