import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { hostileFragment } from '../../e2e/hostile-fragments.ts';
import { readWorld } from '../build/read-content.ts';
import { limitsOf } from '../model/limits.ts';
import { openingView } from '../model/views.ts';
import { mapWorldOf } from '../model/world.ts';
import { isViewFragment } from './is-view-fragment.ts';
import { decode, encode, encodeShort } from './link.ts';
import { isSameView, settle } from './view.ts';

/** Other fragments in each run; a failure names its seed. */
const RUNS = 100_000;

test('a hundred thousand hostile fragments each open a view of the map', () => {
  test.setTimeout(240_000);
  const world = mapWorldOf(readWorld(process.cwd()).world);
  const limits = limitsOf(world);
  const opening = openingView(world);
  let [count, misunderstandings] = [0, 0];
  fc.assert(
    fc.property(hostileFragment, (fragment) => {
      count += 1;
      const { view, misunderstood } = decode(fragment, opening, limits);
      misunderstandings += misunderstood.length;
      const isSound =
        isSameView(settle(view, limits), view) &&
        Number.isFinite(view.lat + view.lon + view.zoom) &&
        misunderstood.every(({ text }) => text.length <= 60) &&
        typeof isViewFragment(fragment) === 'boolean';
      if (!isSound) return false;
      // What is written into the address is clean, and is read back as it was.
      const written = encode(view);
      return (
        /^[a-z0-9=&/.,-]+$/.test(written) &&
        encode(decode(written, opening, limits).view) === written &&
        isSameView(decode(encodeShort(view), opening, limits).view, view)
      );
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(count).toBeGreaterThanOrEqual(RUNS);
  expect(misunderstandings, 'they are hostile').toBeGreaterThan(RUNS / 4);
});
