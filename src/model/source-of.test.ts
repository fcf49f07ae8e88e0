import { expect, test } from '@playwright/test';
import { sampleWorld } from '../assembly/sample-world.ts';
import { sourceOf } from './source-of.ts';

test.describe('a source', () => {
  test('is found by its id, and by one that it had before', () => {
    const world = sampleWorld();
    expect(sourceOf(world, 'ministry')?.id).toBe('ministry');
    expect(sourceOf(world, 'ministry-old')?.id).toBe('ministry');
  });

  test('is not made up for the editors, nor for an id that names nothing', () => {
    const world = sampleWorld();
    for (const id of ['editors', 'nobody', '']) expect(sourceOf(world, id)).toBeUndefined();
  });
});
