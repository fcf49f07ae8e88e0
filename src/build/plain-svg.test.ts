import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { plainSvg } from './plain-svg.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8') + readFileSync('src/styles/map.css', 'utf8');

test.describe('a plain map', () => {
  test('has no class, no style sheet, no variable and no text left', async () => {
    const svg =
      '<svg class="map-svg" role="img" aria-label="Map" data-zoom="10"><g class="roads"><path class="road old-road" data-status="in-use" d="M0 0h9"/></g>' +
      '<g class="labels"><text class="place" x="5" y="6">Laçın<tspan x="5" dy="1.2em">Լաչին</tspan></text></g></svg>';
    const plain = await plainSvg(svg, css);
    for (const left of ['class=', 'var(', 'calc(', 'light-dark(', '<text', '<tspan', 'data-', 'aria-'])
      expect(plain).not.toContain(left);
    expect(plain.match(/<path[^>]*transform="translate\([^)]*\)"[^>]*d="M/g)).toHaveLength(2);
  });

  test('takes styles by element, class, attribute and nesting, the more exact one first', async () => {
    const sheet =
      ':root { --dark: light-dark(#111111, #eeeeee); } .a path { fill: var(--dark); stroke-width: calc(2px * 1.5); } .a [data-x="1"] { fill: #22334480; } @media print { .a path { fill: red; } }';
    const plain = await plainSvg(
      '<svg><g class="a"><path d="M0 0"/><path data-x="1" d="M1 1"/></g><path d="M2 2"/></svg>',
      sheet,
    );
    expect(plain).toBe(
      '<svg><g><path d="M0 0" fill="#111111" stroke-width="3"/><path d="M1 1" fill="#223344" fill-opacity="0.5" stroke-width="3"/></g><path d="M2 2"/></svg>',
    );
  });

  test('puts text where it stood: at its start, its middle or its end', async () => {
    const at = async (anchor: string): Promise<number> => {
      const plain = await plainSvg(
        `<svg><text x="100" y="20" text-anchor="${anchor}">Lachin</text></svg>`,
        'text { font: 400 12px Sans; }',
      );
      return Number(/translate\((-?[\d.]+) 20\)/.exec(plain)?.[1]);
    };
    const [start, middle, end] = [await at('start'), await at('middle'), await at('end')];
    expect(start).toBe(100);
    expect(end).toBeLessThan(middle);
    expect(start + end).toBeCloseTo(2 * middle, 1);
  });
});
