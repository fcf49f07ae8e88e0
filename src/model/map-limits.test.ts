import { expect, test } from '@playwright/test';
import { CORRIDOR, isInRegion, REGION } from './map-limits.ts';

test('a position is on the map to its very edge, or so many degrees beyond', () => {
  const { south, west, north, east } = REGION;
  expect(isInRegion(CORRIDOR)).toBe(true);
  for (const lat of [south, north]) for (const lon of [west, east]) expect(isInRegion({ lat, lon })).toBe(true);
  for (const beyond of [
    { lat: south - 0.1, lon: west },
    { lat: north + 0.1, lon: west },
    { lat: south, lon: west - 0.1 },
    { lat: south, lon: east + 0.1 },
  ]) {
    expect(isInRegion(beyond)).toBe(false);
    expect(isInRegion(beyond, 0.5)).toBe(true);
  }
});
