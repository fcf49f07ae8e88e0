import { expect, test } from '@playwright/test';
import { pointsMarkup } from './map-drawing.ts';
import type { Label } from './place-labels.ts';
import type { MapPlace } from './world.ts';

const label = (id: string, x: number, y: number, anchor: Label['anchor']): Label => {
  const left = x - { start: 0, middle: 30, end: 60 }[anchor];
  return {
    id,
    x,
    y,
    anchor,
    lines: [id],
    className: 'place',
    box: { left, right: left + 60, top: y - 14, bottom: y + 4 },
  };
};
const NO_BORDER = { crossings: () => 0 };
const place = { id: 'sit-in', kind: 'sit-in' } as MapPlace;

/** Returns where each name stands when the place at 100, 100 is in focus, or nothing is. */
function standing(labels: readonly Label[], focus: string | null): Record<string, number> {
  const markup = pointsMarkup(
    { places: [{ x: 100, y: 100, place }], marks: [], labels, stateBorder: NO_BORDER },
    { focus },
  );
  const found = [...markup.matchAll(/<text class="place" x="([\d.]+)"[^>]*>([\w-]+)/g)];
  return Object.fromEntries(found.map(([, x = '', name = '']) => [name, Number(x)]));
}

test.describe('the ring of what is in focus', () => {
  const labels = [
    label('sit-in', 91, 104, 'end'),
    label('neighbour', 106, 110, 'start'),
    label('beyond', 130, 104, 'start'),
    label('below', 106, 150, 'start'),
    label('across', 60, 104, 'start'),
  ];

  test('covers no name that begins beside it, of its own place or of a neighbour', () => {
    expect(standing(labels, 'sit-in')).toMatchObject({ 'sit-in': 77, neighbour: 123 });
  });

  test('leaves no name over another: of two that come together the lesser gives way, and keeps its place in the order', () => {
    const [near, next] = [label('near', 106, 110, 'start'), label('next', 170, 110, 'start')];
    expect(standing([near, next], null)).toEqual({ near: 106, next: 170 });
    expect(standing([near, next], 'sit-in')).toEqual({ near: 123 });
    expect(standing([next, near], 'sit-in')).toEqual({ next: 170 });
    const markup = pointsMarkup(
      { places: [{ x: 100, y: 100, place }], marks: [], labels: [near, next], stateBorder: NO_BORDER },
      { focus: 'sit-in' },
    );
    expect(markup.match(/<text/g)).toHaveLength(2);
  });

  test('moves no other name, and is not there where nothing is in focus', () => {
    expect(standing(labels, 'sit-in')).toMatchObject({ beyond: 130, below: 106, across: 60 });
    expect(standing(labels, null)).toEqual({ 'sit-in': 91, neighbour: 106, beyond: 130, below: 106, across: 60 });
  });
});
