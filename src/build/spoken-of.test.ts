import { expect, test } from '@playwright/test';
import { spokenOf } from './spoken-of.ts';

const world = { formerIds: { lachin: 'lachin-town' } };

test.describe('what a page speaks of', () => {
  test('is found by its id, and by the one that it had before', () => {
    const town = { id: 'lachin-town' };
    expect(spokenOf(world, [{ id: 'goris' }, town], 'lachin-town')).toBe(town);
    expect(spokenOf(world, [{ id: 'goris' }, town], 'lachin')).toBe(town);
  });

  test('is never left out in silence', () => {
    expect(() => spokenOf(world, [{ id: 'goris' }], 'lachin')).toThrow(
      'A page speaks of "lachin", and no file in content/ has this id. Restore it, or add formerIds: [lachin]',
    );
  });
});
