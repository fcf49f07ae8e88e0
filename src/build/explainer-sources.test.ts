import { expect, test } from '@playwright/test';
import { entry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { explainerSources } from './explainer-sources.ts';

test('the explainer brings the sources of a chart that a chapter shows by a former id, and of no other', () => {
  const charts = ['cars-by-day', 'lorries-by-day'].map((id) =>
    entry('charts', id, { formerIds: [`old-${id}`], caveat: `Nobody knows. [@${id}]` }),
  );
  const world = sampleWorld({
    sources: [
      ...sampleEntries().sources,
      ...charts.map(({ id }) => entry('sources', id, { url: `https://example.org/${id}` })),
    ],
    charts,
    chapters: [entry('chapters', '1-the-road', {}, 'It was. [@agency]\n\n<Chart id="old-cars-by-day" />\n')],
  });
  const ids = explainerSources(world).map(({ id }) => id);
  expect(ids).toContain('cars-by-day');
  expect(ids).not.toContain('lorries-by-day');
});
