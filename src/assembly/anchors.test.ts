import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { OWN_ANCHORS } from './anchors.ts';
import { entry, glossaryEntry, openQuestionsEntry, problemsOf, sampleEntries, sampleWorld } from './sample-world.ts';

test('every anchor that a page with many entries gives itself is kept from them', () => {
  for (const [page, own] of Object.entries(OWN_ANCHORS)) {
    const source = readFileSync(`src/pages/${page === 'sources' ? 'sources/index' : page}.astro`, 'utf8');
    for (const [, id = ''] of source.matchAll(/\sid="([^"]*)"/g)) expect(own).toContain(id);
  }
  const layout = readFileSync('src/layouts/Page.astro', 'utf8');
  for (const [, id = ''] of layout.matchAll(/\sid="([^"]*)"/g))
    expect(problemsOf(() => sampleWorld({ glossary: glossaryEntry({ id }) }))).toEqual([
      `content/glossary.yaml  terms.0.id: "${id}" is taken by the page itself. Name it otherwise`,
    ]);
});

test('the anchors of corrections are kept from entries', () => {
  for (const id of ['correction-1', 'correction-arrivals-2'])
    expect(problemsOf(() => sampleWorld({ openQuestions: openQuestionsEntry({ id }) }))).toEqual([
      `content/open-questions.yaml  questions.0.id: "${id}" is taken by the page itself. Name it otherwise`,
    ]);
  expect(problemsOf(() => sampleWorld({ glossary: glossaryEntry({ id: 'correction' }) }))).toEqual([]);
});

test('a former id that two charts claim is told once', () => {
  const charts = ['one', 'two'].map((id) => entry('charts', id, { formerIds: ['before'] }));
  expect(problemsOf(() => sampleWorld({ charts }))).toEqual([
    'content/charts/two.yaml  formerIds: "before" is in use by content/charts/one.yaml; take it out of one of the two',
  ]);
});

test('a former id that is its own is told once, of a chart and of a source', () => {
  const charts = [entry('charts', 'cars-by-day', { formerIds: ['cars-by-day'] })];
  const { sources } = sampleEntries();
  const own = sources.map((one) => ({ ...one, data: { ...one.data, formerIds: [one.id] } }));
  expect(problemsOf(() => sampleWorld({ charts, sources: own })).sort()).toEqual([
    'content/charts/cars-by-day.yaml  formerIds: "cars-by-day" is its own id. Take it out',
    'content/sources/agency.yaml  formerIds: "agency" is its own id. Take it out',
    'content/sources/ministry.yaml  formerIds: "ministry" is its own id. Take it out',
  ]);
});
