import { measureLiveMapOn } from '../tools/bench/live-map.ts';
import { expect, test } from './fixtures.ts';

test.describe('the benchmark', () => {
  for (const path of ['map/', 'timeline/'])
    test(`sees the live map of /${path} asked for and drawn, and what came for it`, async ({ page }) => {
      const run = await measureLiveMapOn(page, `./${path}`);
      expect(run.time).toBeGreaterThan(0);
      // The map's script and styles, the world it draws, and the relief: each of them.
      expect(run.scriptBytes).toBeGreaterThan(40_000);
      expect(run.dataBytes).toBeGreaterThan(30_000);
      expect(run.otherBytes).toBeGreaterThan(1000);
    });
});
