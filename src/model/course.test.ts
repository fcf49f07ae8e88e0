import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { climbOf, distance, gapsBetween, heightAt, joinCourse, nearestOn, type Profile, pointAt } from './course.ts';
import type { LonLat } from './projection.ts';

const near = fc
  .tuple(fc.double({ min: 45.5, max: 47.5, noNaN: true }), fc.double({ min: 39, max: 40.5, noNaN: true }))
  .map(([lon, lat]): LonLat => [lon, lat]);
const line = fc.array(near, { minLength: 2, maxLength: 8 });
/** Half a degree of longitude, straight to the east. */
const straight = joinCourse([
  {
    id: 'leg',
    line: [
      [46, 39.5],
      [46.5, 39.5],
    ],
  },
]);
const profiles: fc.Arbitrary<Profile> = fc
  .array(fc.integer({ min: 500, max: 2500 }), { minLength: 2, maxLength: 60 })
  .map((heights) => heights.map((metres, i) => [i / 2, metres] as const));

test.describe('a distance', () => {
  test('is that of the sphere: a degree of latitude is 111.195 km', () => {
    expect(distance([46.5, 39], [46.5, 40])).toBeCloseTo(111.195, 2);
    expect(distance([46, 0], [47, 0])).toBeCloseTo(111.195, 2);
  });

  test('is the same both ways, and nothing from a point to itself', () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 9);
        expect(distance(a, a)).toBe(0);
      }),
    );
  });
});

test.describe('a course', () => {
  test('goes on from leg to leg, whichever way each was drawn', () => {
    const [a, b, c, d]: LonLat[] = [
      [46, 39.5],
      [46.1, 39.5],
      [46.2, 39.6],
      [46.3, 39.6],
    ] as const as unknown as [LonLat, LonLat, LonLat, LonLat];
    const legs = (...lines: LonLat[][]) => lines.map((points, i) => ({ id: `leg-${i}`, line: points }));
    const straight = joinCourse(legs([a, b], [b, c], [c, d] as LonLat[]) as never);
    const turned = joinCourse(legs([b, a], [c, b], [d, c] as LonLat[]) as never);
    expect(turned.points).toEqual(straight.points);
    expect(straight.points.map(({ lon }) => lon)).toEqual([46, 46.1, 46.2, 46.3]);
    expect(straight.legs.map(({ id }) => id)).toEqual(['leg-0', 'leg-1', 'leg-2']);
  });

  test('has gaps where its legs do not touch or are out of order, whichever way each was drawn', () => {
    const line = (...lons: number[]): LonLat[] => lons.map((lon) => [lon, 39.6]);
    const legs = [line(46, 46.1), line(46.2, 46.15, 46.1), line(46.2, 46.3)];
    const turned = legs.map((one) => one.toReversed());
    for (const touching of [legs, turned, legs.toReversed()]) expect(gapsBetween(touching)).toEqual([0, 0, 0]);
    const [first = [], second = [], third = []] = legs;
    const far = distance([46.1, 39.6], [46.2, 39.6]);
    expect(gapsBetween([first, third])).toEqual([0, far]);
    expect(gapsBetween([first, third, second])[1]).toBe(far);
    expect(gapsBetween([first])).toEqual([0]);
    expect(gapsBetween([])).toEqual([]);
  });

  test('gives a leg its published length, and the rest as measured', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 1, max: 50, noNaN: true }), (points, published) => {
        fc.pre(distance(points[0] as LonLat, points.at(-1) as LonLat) > 0.1);
        expect(joinCourse([{ id: 'leg', line: points, published }]).length).toBeCloseTo(published, 6);
      }),
    );
  });

  test('has kilometres that only grow, and ends at its length', () => {
    fc.assert(
      fc.property(line, (points) => {
        const course = joinCourse([{ id: 'leg', line: points }]);
        expect(course.points[0]?.km).toBe(0);
        expect(course.points.at(-1)?.km).toBeCloseTo(course.length, 9);
        for (const [i, { km }] of course.points.entries())
          expect(km).toBeGreaterThanOrEqual(course.points[i - 1]?.km ?? 0);
      }),
    );
  });

  test('has a point at every kilometre: the two ends, and between its corners', () => {
    fc.assert(
      fc.property(line, fc.double({ min: -10, max: 500, noNaN: true }), (points, km) => {
        const course = joinCourse([{ id: 'leg', line: points }]);
        const at = pointAt(course, km);
        expect(at.km).toBeCloseTo(Math.min(course.length, Math.max(0, km)), 6);
      }),
    );
  });

  test('finds where it passes a place', () => {
    const { km, off } = nearestOn(straight, [46.25, 39.51]);
    expect(km).toBeCloseTo(straight.length / 2, 0);
    expect(off).toBeCloseTo(1.11, 1);
  });

  test('ends at the place that stands at its end, to the metre', () => {
    expect(nearestOn(straight, [46.6, 39.5]).km).toBe(straight.length);
  });
});

test.describe('a height', () => {
  test('lies between its two neighbours', () => {
    const profile: Profile = [
      [0, 1000],
      [1, 1100],
      [2, 900],
    ];
    expect([-1, 0, 0.5, 1.5, 2, 9].map((km) => heightAt(profile, km))).toEqual([1000, 1000, 1050, 1000, 900, 900]);
  });
});

test.describe('the climb', () => {
  test('adds what goes up and what goes down, without the ripples', () => {
    const profile: Profile = [1000, 1010, 1005, 1100, 1090, 1200, 900, 910, 905, 950].map((m, i) => [i, m]);
    expect(climbOf(profile, 30)).toEqual({ up: 250, down: 300 });
  });

  test('leads from the first height to the last, but for a ripple', () => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 1, max: 100 }), (profile, least) => {
        const { up, down } = climbOf(profile, least);
        const whole = (profile.at(-1)?.[1] ?? 0) - (profile[0]?.[1] ?? 0);
        expect(Math.abs(up - down - whole)).toBeLessThan(2 * least);
      }),
    );
  });

  test('turned round goes down what it went up, when nothing is left out', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const back = profile.toReversed().map(([km, metres]) => [-km, metres] as const);
        const [there, again] = [climbOf(profile, 1), climbOf(back, 1)];
        expect(again).toEqual({ up: there.down, down: there.up });
      }),
    );
  });
});
