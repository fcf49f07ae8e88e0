import { expect, test } from '@playwright/test';
import { chartOf } from '../model/charts.ts';
import { mapWorldOf } from '../model/world.ts';
import type { ChartEntry, ClaimsEntry, QuestionEntry, StatementEntry } from '../schema/content.ts';
import { assembleWorld } from './assemble-world.ts';
import type { Entries } from './entries.ts';
import { maySpeakOfOneSource, nearestId } from './nearest-id.ts';
import { ContentError, type Problem } from './problems.ts';
import {
  BODY_LINE,
  claimsEntry,
  entry,
  figuresEntry,
  glossaryEntry,
  houseStyleEntry,
  openQuestionsEntry,
  problemsOf,
  quotationsEntry,
  sampleEntries,
  sampleWorld,
  siteEntry,
  statementEntry,
} from './sample-world.ts';

/** One claim that holds, but for what `data` says. */
const claim = (data: Partial<ClaimsEntry['claims'][number]>): ClaimsEntry['claims'][number] => ({
  claim: 'The road closed.',
  verdict: 'confirmed',
  record: 'It did.',
  events: [],
  sources: ['ministry'],
  ...data,
});

const answer = { actor: 'East', date: '2023-04-23', says: 'East said that it may.', sources: ['ministry'] };
const counted = { day: '2023-05-01', value: 12, reads: '12', who: 'The agency', sources: ['agency'] };
const chartWith = (data: Partial<ChartEntry>) => ({ charts: [entry('charts', 'cars-by-day', data)] });
const questionWith = (data: Partial<QuestionEntry>) => ({ questions: [entry('questions', '1-watched-bridge', data)] });
const statementWith = (point: Partial<StatementEntry['points'][number]>): Partial<Entries> => {
  const [first, ...others] = statementEntry().data.points;
  if (!first) throw new Error('no point');
  return { statement: statementEntry({ points: [{ ...first, ...point }, ...others] }) };
};

/** A chapter with that day and that focus. */
const chapterWith = (view: { day?: string; focus?: string }): Partial<Entries> => ({
  chapters: [entry('chapters', '1-the-road', { view: { lat: 39.7, lon: 46.6, zoom: 9, day: '2023-05-01', ...view } })],
});

/** What the author reads of the sample with some changes. */
const problemsWith = (changes: Partial<Entries>, earlier: readonly Problem[] = []): string[] =>
  problemsOf(() => assembleWorld(sampleEntries(changes), earlier));

const { events, places, sources, features } = sampleEntries();

/** The sample's files of one kind, and one more. */
const withEvent = (...args: [id: string, data?: object, body?: string]): Partial<Entries> => ({
  events: [...events, entry('events', ...args)],
});
const withPlace = (id: string, data: object): Partial<Entries> => ({ places: [...places, entry('places', id, data)] });
const withFeature = (id: string, data: object): Partial<Entries> => ({
  features: [...features, entry('map', id, data)],
});

test.describe('a world', () => {
  test('has its terms by name, wherever they stand in their file', () => {
    const [siege, access] = [glossaryEntry(), glossaryEntry({ id: 'access', term: 'Access', partyWords: [] })];
    const terms = [...siege.data.terms, ...access.data.terms];
    const { glossary } = sampleWorld({ glossary: { ...siege, data: { corrections: [], terms } } });
    expect(glossary.map(({ id }) => id)).toEqual(['access', 'siege']);
  });

  test('is whole if nothing is wrong', () => {
    expect(problemsWith({})).toEqual([]);
  });

  test('has its events in order of time, a partly known date at its first day', () => {
    const { events } = sampleWorld(withEvent('at-last', { date: '2024' }));
    expect(events.map(({ id }) => id)).toEqual(['road-opens', 'road-closes', 'post-opens', 'at-last']);
  });

  test('gives an event the position of its first place, unless it has one of its own', () => {
    const { events } = sampleWorld();
    const [opens, closes, post] = events;
    expect(opens).toMatchObject({ place: 'west-town', lat: 39.64, lon: 46.55, accuracy: 'exact' });
    expect(closes).toMatchObject({ place: 'camp', lat: 39.77, lon: 46.75, accuracy: 'approximate' });
    expect(post).toMatchObject({ place: 'bridge', lat: 39.57, lon: 46.57, accuracy: 'exact' });
  });

  test('dates each status of a road by its event', () => {
    const { features } = sampleWorld();
    expect(features.map(({ id, status }) => ({ id, status }))).toEqual([
      {
        id: 'main-road',
        status: [{ day: '2021-03-05', is: 'in-use', event: 'road-opens' }],
      },
      {
        id: 'watched-area',
        status: [
          { day: '2021-03-05', is: 'present', event: 'road-opens' },
          { day: '2023-09-19', is: 'gone' },
        ],
      },
    ]);
  });

  test('takes a feature without statuses as always there', () => {
    const { features } = sampleWorld(withFeature('side-road', {}));
    expect(features.at(-1)?.status).toEqual([{ day: null, is: 'present' }]);
  });

  test('dates what a place became by its event', () => {
    expect(sampleWorld().places.find(({ id }) => id === 'bridge')?.became).toEqual([
      { day: '2023-04-23', is: 'checkpoint' },
    ]);
  });

  test('numbers its sources by date and knows who cites each', () => {
    const { sources } = sampleWorld();
    expect(sources.map(({ number, id }) => `${number} ${id}`)).toEqual(['1 ministry', '2 agency']);
    const whereabouts = (at: number): string[] => [
      ...new Set(sources[at]?.citedBy.map(({ kind, id, anchor }) => [kind, id, anchor].filter(Boolean).join(' '))),
    ];
    expect(whereabouts(0)).toEqual([
      'home figure-1',
      'question watched-bridge answer-1',
      ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((id) => `statement point-${id}`),
      'article claim-1',
      'road road-closes',
    ]);
    expect(whereabouts(1)).toContain('article');
    expect(whereabouts(1)).toContain('event post-opens cite-1');
    expect(whereabouts(1)).toContain('chapter the-road the-road-cite-1');
    expect(whereabouts(1)).toContain('about map-watched-area');
  });

  test('knows each item of a list as a passage of its own, without the signs of the list', () => {
    const body = 'It began. [@agency]\n\n- It rained. [@agency]\n- It snowed. [@agency]\n\n> 1. It froze. [@agency]\n';
    const { sources } = sampleWorld(withEvent('at-last', { date: '2024' }, body));
    const mentions = sources.find(({ id }) => id === 'agency')?.citedBy ?? [];
    expect(mentions.filter(({ id }) => id === 'at-last').map(({ text }) => text)).toEqual([
      'It began.',
      'It rained.',
      'It snowed.',
      'It froze.',
    ]);
  });

  test('joins the sources of text and accounts, each once', () => {
    const accounts = [
      { side: 'One', says: 'It was right.', sources: ['ministry', 'agency'] },
      { side: 'Other', says: 'It was wrong.', sources: ['agency'] },
    ];
    const body = 'It happened. [@agency]\n\nAnd went on. [@editors]\n';
    expect(sampleWorld(withEvent('at-last', { date: '2024', accounts }, body)).events.at(-1)?.sources).toEqual([
      'agency',
      'ministry',
    ]);
  });

  test('takes the order of a chapter out of its id', () => {
    expect(sampleWorld().chapters.map(({ id, words }) => ({ id, words }))).toEqual([{ id: 'the-road', words: 2 }]);
  });

  test('gives the map what it draws, and no texts', () => {
    const map = mapWorldOf(sampleWorld());
    expect(Object.keys(map).sort()).toEqual([
      'events',
      'features',
      'firstDay',
      'followedTo',
      'formerIds',
      'places',
      'road',
    ]);
    expect(map.events[0]).not.toHaveProperty('body');
    expect(map.places[0]).not.toHaveProperty('description');
    expect(map.road.periods[0]).not.toHaveProperty('passes');
  });
});

test.describe('a former id', () => {
  test('is followed wherever it stands', () => {
    const changes = withEvent('at-last', { date: '2024' }, 'As [before](event:road-shut). [@ministry-old]\n');
    const road = { status: [{ since: 'road-shut', is: 'not-in-use', sources: [] }], formerIds: ['old-name'] };
    const claims = claimsEntry({ claims: [claim({ events: ['road-shut'], sources: ['ministry-old'] })] });
    const world = sampleWorld({ ...changes, ...withFeature('side-road', road), claims });
    expect(world.formerIds).toEqual({ 'road-shut': 'road-closes', 'old-name': 'side-road' });
    expect(world.events.at(-1)?.sources).toEqual(['ministry']);
    expect(world.features.at(-1)?.status).toEqual([{ day: '2022-12-01', is: 'not-in-use', event: 'road-closes' }]);
  });

  test('works for places of an event and the focus of a chapter', () => {
    const town = entry('places', 'new-town', { formerIds: ['old-town'] });
    const world = sampleWorld({
      ...withEvent('at-last', { date: '2024', places: ['old-town'] }),
      places: [...places, town],
      ...chapterWith({ focus: 'old-town' }),
    });
    expect(world.events.at(-1)?.place).toBe('new-town');
  });
});

test('what a source says of a number is speech, for it is named beside it; what we say of it is not', () => {
  const readings = [{ reading: 'The siege took 12 days', who: 'The agency', sources: ['agency'] }];
  const rows = [{ ...counted, reads: '12 in the siege' }];
  expect(problemsWith({ figures: figuresEntry({ readings }), ...chartWith({ rows }) })).toEqual([]);
  const told = problemsWith({
    figures: figuresEntry({ how: 'The siege took long.' }),
    ...chartWith({ rows: [{ ...counted, note: 'In the siege.' }] }),
  });
  expect(told.map((line) => line.slice(0, line.indexOf('"')))).toEqual([
    'content/charts/cars-by-day.yaml  rows.0.note: ',
    'content/figures.yaml  figures.0.how: ',
  ]);
});

test('what happened since all was checked may stand where an entry was checked or corrected later', () => {
  const site = siteEntry({ followedTo: '2025-02-10' });
  const [agency, ...others] = sources;
  if (!agency) throw new Error('the sample has sources');
  const later = { ...agency, data: { ...agency.data, date: '2025-02-12' } };
  expect(problemsWith({ site, sources: [later, ...others] })).toEqual([
    'content/site.yaml  lastChecked: 2025-01-15 is before followedTo, 2025-02-10, and no entry was checked later. Correct one of the two, or say checked in the entry of what happened since',
    'content/sources/agency.yaml  date: 2025-02-12 is after the last check of any entry, 2025-01-15. Correct it, or move lastChecked on in content/site.yaml',
  ]);
  const changes = { site, sources: [later, ...others] };
  expect(problemsWith({ ...changes, ...withEvent('later', { checked: '2025-02-12' }) })).toEqual([]);
  const corrections = [{ on: '2025-02-12', what: 'A word.' }];
  expect(problemsWith({ ...changes, ...withEvent('later', { corrections }) })).toEqual([]);
});

test.describe('a former id of a chart', () => {
  test('shows it in a chapter, with what it rests on', () => {
    const world = sampleWorld({
      sources: [...sources, entry('sources', 'counter', { url: 'https://example.org/counts' })],
      charts: [entry('charts', 'cars-by-day', { formerIds: ['cars-in-may'], caveat: 'Nobody knows. [@counter]' })],
      chapters: [entry('chapters', '1-the-road', {}, 'It was. [@agency]\n\n<Chart id="cars-in-may" />\n')],
    });
    expect(world.chapters[0]?.sources).toEqual(['agency', 'counter']);
    expect(chartOf(world.charts, 'cars-in-may')?.id).toBe('cars-by-day');
    expect(chartOf(world.charts, 'cars-in-june')).toBeUndefined();
  });
});

test.describe('a page that has moved', () => {
  test('is known by its former address, whatever it is a page of', () => {
    const world = sampleWorld({
      places: [...places, entry('places', 'new-town', { formerIds: ['old-town'] })],
      chapters: [entry('chapters', '1-the-road', { formerIds: ['the-way'] })],
      questions: [entry('questions', '1-watched-bridge', { formerIds: ['guarded-bridge'] })],
      views: [entry('views', '1-whole-road', { formerIds: ['all'] })],
    });
    expect(world.moved).toEqual([
      { from: 'events/road-shut/', to: 'events/road-closes/' },
      { from: 'places/old-town/', to: 'places/new-town/' },
      { from: 'road/road-shut/', to: 'road/road-closes/' },
      { from: 'chapters/the-way/', to: 'chapters/the-road/' },
      { from: 'positions/guarded-bridge/', to: 'positions/watched-bridge/' },
      { from: 'views/all/', to: 'views/whole-road/' },
    ]);
  });
});

test('a chapter’s own view of a paragraph stays when what it links to is renamed', () => {
  const own = { lat: 39.7, lon: 46.6, zoom: 11 };
  const world = sampleWorld({
    chapters: [
      entry('chapters', '1-the-road', { views: { 'road-shut': own } }, 'It [closed](event:road-shut). [@agency]\n'),
    ],
  });
  expect(world.chapters[0]?.views).toEqual({ 'road-closes': own });
});

test.describe('an author is told', () => {
  const cases: readonly (readonly [what: string, changes: Partial<Entries>, told: string])[] = [
    [
      'of a paragraph without a citation, with its line',
      withEvent('later', {}, 'It happened. [@agency]\n\nIt went on.\n'),
      `content/events/later.md:${BODY_LINE + 2}  text: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work`,
    ],
    [
      'of a sentence after the last citation',
      withEvent('later', {}, 'It happened. [@agency] It went on.\n'),
      `content/events/later.md:${BODY_LINE}  text: no citation after “It went on.”. End this sentence with [@source-id], or with [@editors] if it speaks of our own work`,
    ],
    [
      'of a paragraph without a citation that stands on a heading, with its line',
      withEvent('later', {}, 'It happened. [@agency]\n### Later\nIt went on.\n'),
      `content/events/later.md:${BODY_LINE + 2}  text: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work`,
    ],
    [
      'of a text that is not there',
      withEvent('later', {}, '\n'),
      `content/events/later.md:${BODY_LINE}  text: there is none. Write at least one paragraph`,
    ],
    [
      'of a source that is unknown, and which may be meant',
      withEvent('later', {}, 'It happened. [@agancy]\n'),
      `content/events/later.md:${BODY_LINE}  text: no file content/sources/agancy.yaml. Did you mean agency?`,
    ],
    [
      'of a source that is like no other',
      withEvent('later', {}, 'It happened. [@quite-different]\n'),
      `content/events/later.md:${BODY_LINE}  text: no file content/sources/quite-different.yaml. Add the file or correct the id.`,
    ],
    [
      'of a citation written with a comma',
      withEvent('later', {}, 'It happened. [@agency, @ministry] It did. [@agency]\n'),
      `content/events/later.md:${BODY_LINE}  text: "[@agency, @ministry]" is no citation. Write [@one-id] or [@one-id; @other-id]`,
    ],
    [
      'of a citation that is not closed',
      withEvent('later', {}, 'It happened. [@agency] It did. [@agency\n'),
      `content/events/later.md:${BODY_LINE}  text: "[@agency" is no citation. Write [@one-id] or [@one-id; @other-id]`,
    ],
    [
      'of a link to an event that is unknown',
      withEvent('later', {}, 'After [this](event:road-close). [@agency]\n'),
      `content/events/later.md:${BODY_LINE}  text: no file content/events/road-close.md. Did you mean road-closes?`,
    ],
    [
      'of a link to a place that is unknown',
      withEvent('later', {}, 'At the [bridge](place:brigde). [@agency]\n'),
      `content/events/later.md:${BODY_LINE}  text: no file content/places/brigde.yaml. Did you mean bridge?`,
    ],
    [
      'of an unknown source in the description of a place',
      withPlace('east-town', { description: 'A town. [@agencey]' }),
      'content/places/east-town.yaml  description: no file content/sources/agencey.yaml. Did you mean agency?',
    ],
    [
      'of an event at a place that is unknown',
      withEvent('later', { places: ['west-town', 'est-town'] }),
      'content/events/later.md  places.1: no file content/places/est-town.yaml. Did you mean west-town?',
    ],
    [
      'of an event that ends before it begins',
      withEvent('later', { date: '2023-05-04', endDate: '2023-05-01' }),
      'content/events/later.md  endDate: 2023-05-01 is before date, 2023-05-04. Swap them or correct one',
    ],
    [
      'of an event after the followed time',
      withEvent('later', { date: '2025-01' }),
      'content/events/later.md  date: 2025-01 is after followedTo in content/site.yaml, 2024-12-31. Move followedTo on',
    ],
    [
      'of an event on which only one side speaks',
      withEvent('later', { accounts: [{ side: 'Armenia', says: 'It was wrong.', sources: ['agency'] }] }),
      "content/events/later.md  accounts: only one side speaks (Armenia). Add the other side's account, or take this one into the text",
    ],
    [
      'of a side that speaks twice',
      withEvent('later', {
        accounts: ['Armenia', 'Russia', 'Russia'].map((side) => ({ side, says: 'So it was.', sources: ['agency'] })),
      }),
      'content/events/later.md  accounts: a side is named twice. Join its two accounts',
    ],
    [
      'of a place that a list names by two of its ids',
      (() => {
        const town = entry('places', 'new-town', { formerIds: ['old-town'] });
        return { places: [...places, town], ...withEvent('later', { places: ['new-town', 'old-town'] }) };
      })(),
      'content/events/later.md  places.1: "old-town" and "new-town" are one place. Take one of the two out',
    ],
    [
      'of an account with a source that is unknown',
      withEvent('later', {
        accounts: [
          { side: 'Armenia', says: 'It was wrong.', sources: ['agency', 'minstry'] },
          { side: 'Azerbaijan', says: 'It was right.', sources: ['agency'] },
        ],
      }),
      'content/events/later.md  accounts.0.sources.1: no file content/sources/minstry.yaml. Did you mean ministry?',
    ],
    [
      'of statuses that overlap',
      withFeature('side-road', {
        status: [
          { since: 'post-opens', is: 'in-use', sources: [] },
          { since: 'road-closes', is: 'not-in-use', sources: [] },
        ],
      }),
      'content/map/side-road.yaml  status.1.since: 2022-12-01 is not after the status before it, 2023-04-23. Two statuses would overlap: put them in order of time',
    ],
    [
      'of two statuses from the same day',
      withFeature('side-road', {
        status: [
          { since: 'post-opens', is: 'in-use', sources: [] },
          { since: '2023-04-23', is: 'not-in-use', sources: ['agency'] },
        ],
      }),
      'content/map/side-road.yaml  status.1.since: 2023-04-23 is not after the status before it, 2023-04-23. Two statuses would overlap: put them in order of time',
    ],
    [
      'of a status on a day for which nothing speaks',
      withFeature('side-road', { status: [{ since: '2023-05-05', is: 'in-use', sources: [] }] }),
      'content/map/side-road.yaml  status.0.since: 2023-05-05 is a day without an event: name its sources, or name the event',
    ],
    [
      'of a status on a day beyond the followed time',
      withFeature('side-road', { status: [{ since: '2099-05-05', is: 'in-use', sources: ['agency'] }] }),
      'content/map/side-road.yaml  status.0.since: 2099-05-05 is outside the followed time, 1988-01-01 to 2024-12-31',
    ],
    [
      'of a status that a feature of its kind never has',
      withFeature('side-road', { status: [{ since: 'road-opens', is: 'present', sources: [] }] }),
      'content/map/side-road.yaml  status.0.is: no shared-road is ever "present". Write in-use or not-in-use or gone',
    ],
    [
      'of a layer on which the map draws other things',
      withFeature('side-road', { layer: 'zone' }),
      'content/map/side-road.yaml  layer: all of the kind shared-road stand on the layer "roads". Write that, or correct kind',
    ],
    [
      'of a status since an event that is unknown',
      withFeature('side-road', { status: [{ since: 'road-closed', is: 'in-use', sources: [] }] }),
      'content/map/side-road.yaml  status.0.since: no file content/events/road-closed.md. Did you mean road-closes?',
    ],
    [
      'of a shape that is unknown',
      withFeature('side-road', { shapes: ['road-line', 'road-lines'] }),
      'content/map/side-road.yaml  shapes.1: no shape "road-lines" in content/geometry. Did you mean road-line?',
    ],
    [
      'of a shape that is like no other',
      withFeature('side-road', { shapes: ['quite-different'] }),
      'content/map/side-road.yaml  shapes.0: no shape "quite-different" in content/geometry. Add it or correct the id.',
    ],
    [
      'of a source that nothing cites',
      { sources: [...sources, entry('sources', 'forgotten')] },
      'content/sources/forgotten.yaml  nothing cites this source. Cite it as [@forgotten] or delete the file',
    ],
    [
      'of an id that is taken',
      withPlace('road-opens', {}),
      'content/places/road-opens.yaml  file name: the id "road-opens" is taken by content/events/road-opens.md; rename one of the two files',
    ],
    [
      'of a former id that is in use',
      withPlace('east-town', { formerIds: ['bridge'] }),
      'content/places/east-town.yaml  formerIds: "bridge" is in use by content/places/bridge.yaml; take it out of one of the two',
    ],
    [
      'of a former id that two files claim',
      withPlace('east-town', { formerIds: ['road-shut'] }),
      'content/places/east-town.yaml  formerIds: "road-shut" is in use by content/events/road-closes.md; take it out of one of the two',
    ],
    [
      'of a place that is no more before it is there',
      withPlace('east-town', { from: '2023-04-28', to: '2023-04-28' }),
      'content/places/east-town.yaml  to: 2023-04-28 is not after from, 2023-04-28. "to" is the first day on which the place is no more',
    ],
    [
      'of a place that is drawn but has no label',
      withPlace('east-town', { rank: 2 }),
      'content/places/east-town.yaml  label: missing. A place with a rank is drawn, so it needs a label',
    ],
    [
      'of a place that changes with an event that is unknown',
      withPlace('east-town', { became: [{ since: 'posts-open', is: 'checkpoint' }] }),
      'content/places/east-town.yaml  became.0.since: no file content/events/posts-open.md. Did you mean post-opens?',
    ],
    [
      'of a chapter with something unknown in focus',
      chapterWith({ focus: 'bridges' }),
      'content/chapters/1-the-road.mdx  view.focus: no event and no place has the id "bridges". Did you mean bridge?',
    ],
    [
      'of a chapter with a road in focus, which is neither event nor place',
      chapterWith({ focus: 'main-road' }),
      'content/chapters/1-the-road.mdx  view.focus: no event and no place has the id "main-road". Correct it.',
    ],
    [
      'of a chapter on a day after the followed time',
      chapterWith({ day: '2025-01-01' }),
      'content/chapters/1-the-road.mdx  view.day: 2025-01-01 is outside the followed time, 1988-01-01 to 2024-12-31',
    ],
    [
      'of a chapter with a view for a paragraph that it does not have',
      {
        chapters: [
          entry(
            'chapters',
            '1-the-road',
            { views: { 'road-closes': { lat: 39.7, lon: 46.6, zoom: 11 } } },
            'It [opened](event:road-opens) at the [bridge](place:bridge). [@agency]\n',
          ),
        ],
      },
      'content/chapters/1-the-road.mdx  views.road-closes: belongs to no paragraph. Name the event or, where there is none, the place that the paragraph links to first',
    ],
    [
      'of a chapter with two views of one paragraph, by two ids of its event',
      {
        chapters: [
          entry(
            'chapters',
            '1-the-road',
            {
              views: Object.fromEntries(
                ['road-shut', 'road-closes'].map((id) => [id, { lat: 39.7, lon: 46.6, zoom: 11 }]),
              ),
            },
            'It [closed](event:road-closes). [@agency]\n',
          ),
        ],
      },
      'content/chapters/1-the-road.mdx  views.road-closes: is of the same paragraph as views.road-shut, for the two ids are one. Take one of the two out',
    ],
    [
      'of a chapter with a view of a paragraph after the followed time',
      {
        chapters: [
          entry(
            'chapters',
            '1-the-road',
            { views: { 'road-opens': { lat: 39.7, lon: 46.6, zoom: 11, day: '2025-01-01' } } },
            'It [opened](event:road-opens). [@agency]\n',
          ),
        ],
      },
      'content/chapters/1-the-road.mdx  views.road-opens.day: 2025-01-01 is outside the followed time, 1988-01-01 to 2024-12-31',
    ],
    [
      'of a chapter on a day before the followed time',
      chapterWith({ day: '1987-12-31' }),
      'content/chapters/1-the-road.mdx  view.day: 1987-12-31 is outside the followed time, 1988-01-01 to 2024-12-31',
    ],
    [
      'of a former id that another chapter has',
      {
        chapters: [entry('chapters', '1-the-road'), entry('chapters', '2-the-end', { formerIds: ['the-road'] })],
      },
      'content/chapters/2-the-end.mdx  formerIds: "the-road" is in use by content/chapters/1-the-road.mdx; take it out of one of the two',
    ],
    [
      'of two questions with one id',
      { questions: [entry('questions', '1-watched-bridge'), entry('questions', '2-watched-bridge')] },
      'content/questions/2-watched-bridge.yaml  file name: the id "watched-bridge" is taken by content/questions/1-watched-bridge.yaml; rename one of the two files',
    ],
    [
      'of a question whose background cites nothing',
      questionWith({ background: 'Nobody knows.' }),
      'content/questions/1-watched-bridge.yaml  background: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work',
    ],
    [
      'of an actor who answers a question twice',
      questionWith({ positions: [answer, { ...answer, says: 'Once more.' }] }),
      'content/questions/1-watched-bridge.yaml  positions.1.actor: "East" answers twice. Join its two positions',
    ],
    [
      'of an answer after the followed time',
      questionWith({
        positions: [
          { ...answer, date: '2025-02' },
          { ...answer, actor: 'West' },
        ],
      }),
      'content/questions/1-watched-bridge.yaml  positions.0.date: 2025-02 is after followedTo in content/site.yaml, 2024-12-31',
    ],
    [
      'of an answer with an unknown source',
      questionWith({ positions: [answer, { ...answer, actor: 'West', sources: ['agenci'] }] }),
      'content/questions/1-watched-bridge.yaml  positions.1.sources.0: no file content/sources/agenci.yaml. Did you mean agency?',
    ],
    [
      'of a question about an event that is unknown',
      questionWith({ events: ['road-clozes'] }),
      'content/questions/1-watched-bridge.yaml  events.0: no file content/events/road-clozes.md. Did you mean road-closes?',
    ],
    [
      'of a named view with something unknown in focus',
      {
        views: [
          entry('views', '1-whole-road', {
            view: { lat: 39.7, lon: 46.6, zoom: 9, day: '2023-05-01', focus: 'bridges' },
          }),
        ],
      },
      'content/views/1-whole-road.yaml  view.focus: no event and no place has the id "bridges". Did you mean bridge?',
    ],
    [
      'of a named view whose description cites nothing',
      { views: [entry('views', '1-whole-road', { description: 'All of it.' })] },
      'content/views/1-whole-road.yaml  description: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work',
    ],
    [
      'of a point of the statement whose promise cites nothing',
      statementWith({ promise: 'The road stays open.' }),
      'content/statement.yaml  points.0.promise: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work',
    ],
    [
      'of a point of the statement with an unknown event',
      statementWith({ events: ['road-clozes'] }),
      'content/statement.yaml  points.0.events.0: no file content/events/road-clozes.md. Did you mean road-closes?',
    ],
    [
      'of a quotation in the statement from an unknown source',
      statementWith({ quotation: { text: 'It shall be open.', who: 'Point one', on: '2020-11-10', source: 'agenci' } }),
      'content/statement.yaml  points.0.quotation.source: no file content/sources/agenci.yaml. Did you mean agency?',
    ],
    [
      'of a figure with an unknown source',
      { figures: figuresEntry({ readings: [{ reading: '12', who: 'An agency', sources: ['agenci'] }] }) },
      'content/figures.yaml  figures.0.readings.0.sources.0: no file content/sources/agenci.yaml. Did you mean agency?',
    ],
    [
      'of a figure about an event that is unknown',
      { figures: figuresEntry({ events: ['road-clozes'] }) },
      'content/figures.yaml  figures.0.events.0: no file content/events/road-clozes.md. Did you mean road-closes?',
    ],
    ...(
      [
        [
          'with an unknown source',
          { rows: [{ ...counted, sources: ['agenci'] }] },
          'rows.0.sources.0: no file content/sources/agenci.yaml. Did you mean agency?',
        ],
        [
          'with an unknown event',
          { rows: [{ ...counted, day: undefined, event: 'road-clozes' }] },
          'rows.0.event: no file content/events/road-clozes.md. Did you mean road-closes?',
        ],
        [
          'without a date',
          { rows: [{ ...counted, day: undefined }] },
          'rows.0: has no date. Name its day, or the event whose day it has',
        ],
        [
          'with a date and an event',
          { rows: [{ ...counted, event: 'post-opens' }], from: '2023-04-01' },
          'rows.0.day: the event has its date. Take day out',
        ],
        [
          'with a bar that has no value',
          { rows: [{ ...counted, value: undefined }] },
          'rows.0.value: missing: a number of this form needs a value to be drawn',
        ],
        [
          'with a decision of which nothing became',
          { form: 'axis', lanes: ['East'], rows: [{ ...counted, lane: 'East' }] },
          'rows.0.mark: missing: say what became of it',
        ],
        [
          'with a lane that it does not have',
          { lanes: ['East'], rows: [{ ...counted, lane: 'West' }] },
          'rows.0.lane: "West" is not among the lanes: East',
        ],
        [
          'without its days',
          { from: undefined, to: undefined },
          'from: missing. Name the first and the last day, from and to',
        ],
        [
          'that ends before it begins',
          { from: '2023-05-04', to: '2023-05-01', rows: [{ ...counted, day: '2023-05' }] },
          'to: 2023-05-01 is not after from, 2023-05-04. Swap them or correct one',
        ],
        [
          'with a day outside the picture',
          { rows: [{ ...counted, day: '2023-05-09' }] },
          'rows.0.day: 2023-05-09 is outside the picture, 2023-05-01 to 2023-05-04. Correct it, or from and to',
        ],
        [
          'with rows out of order',
          { rows: [{ ...counted, day: '2023-05-03' }, counted] },
          'rows.1.day: 2023-05-01 is before the row above it, 2023-05-03. Put the rows in order of time',
        ],
        [
          'of the future',
          { to: '2026-01-01', rows: [{ ...counted, day: '2025-05-01' }] },
          'rows.0.day: 2025-05-01 is after followedTo in content/site.yaml, 2024-12-31',
        ],
        [
          'with a band that ends before it begins',
          { band: { since: 'post-opens', until: 'road-closes', label: 'closed' } },
          'band.until: road-closes began on 2022-12-01, not after post-opens, 2023-04-23. Swap them or correct one',
        ],
        ['without rows', { rows: [] }, 'rows: there is none. Add one'],
        ['of heights with rows', { form: 'profile' }, 'rows: heights are measured, not written. Take the rows out'],
        [
          'whose caveat cites nothing',
          { caveat: 'Nobody counted.' },
          'caveat: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work',
        ],
      ] as const
    ).map(
      ([what, data, told]) =>
        [
          `of a chart ${what}`,
          chartWith(data as Partial<ChartEntry>),
          `content/charts/cars-by-day.yaml  ${told}`,
        ] as const,
    ),
    [
      'of a chart that is called like a figure',
      { charts: [entry('charts', 'cars')] },
      'content/figures.yaml  figures.0.id: "cars" is taken by content/charts/cars.yaml. Rename one of the two',
    ],
    [
      'of a chart whose former id is that of a figure',
      { charts: [entry('charts', 'cars-by-day', { formerIds: ['cars'] })] },
      'content/charts/cars-by-day.yaml  formerIds: "cars" is in use by content/figures.yaml; take it out of one of the two',
    ],
    [
      'of a chapter that shows an unknown chart',
      { chapters: [entry('chapters', '1-the-road', {}, 'It was. [@agency]\n\n<Chart id="cars-by-dey" />\n')] },
      `content/chapters/1-the-road.mdx:${BODY_LINE + 2}  text: no file content/charts/cars-by-dey.yaml. Did you mean cars-by-day?`,
    ],
    [
      'of a claim about an event that is unknown',
      { claims: claimsEntry({ claims: [claim({ events: ['road-clozes'] })] }) },
      'content/claims.yaml  claims.0.events.0: no file content/events/road-clozes.md. Did you mean road-closes?',
    ],
    [
      'of a quotation of the article from an unknown source',
      {
        claims: claimsEntry({
          quotations: [
            {
              call: 'A call',
              on: '2023-04-30',
              official: 'words',
              difference: 'None.',
              events: ['road-closes'],
              sources: ['agenci'],
            },
          ],
        }),
      },
      'content/claims.yaml  quotations.0.sources.0: no file content/sources/agenci.yaml. Did you mean agency?',
    ],
    [
      'of something left out that rests on an unknown event',
      { claims: claimsEntry({ leftOut: [{ what: 'It.', why: 'So.', events: ['road-clozes'], sources: ['agency'] }] }) },
      'content/claims.yaml  leftOut.0.events.0: no file content/events/road-clozes.md. Did you mean road-closes?',
    ],
    [
      'of an article that is no source',
      { claims: claimsEntry({ article: 'the-article' }) },
      'content/claims.yaml  article: no file content/sources/the-article.yaml. Add the file or correct the id.',
    ],
    [
      'of a figure whose source is unknown',
      { site: siteEntry({ figures: [{ value: '5 km', what: 'Its length.', sources: ['ministry', 'ministri'] }] }) },
      'content/site.yaml  figures.0.sources.1: no file content/sources/ministri.yaml. Did you mean ministry?',
    ],
    [
      'of a quotation that stands between a sign for less and one for more',
      withEvent('later', {}, 'Of < 100 people they wrote "the road will stay closed", of > 50 nothing. [@agency]\n'),
      `content/events/later.md:${BODY_LINE}  text: “the road will stay closed” is quoted, and nobody is named as its speaker. Add it to content/quotations.yaml with who said it, when, and its source`,
    ],
    [
      'of a quotation whose speaker nobody names',
      withEvent('later', {}, 'They wrote "the road will stay closed". [@agency]\n'),
      `content/events/later.md:${BODY_LINE}  text: “the road will stay closed” is quoted, and nobody is named as its speaker. Add it to content/quotations.yaml with who said it, when, and its source`,
    ],
    [
      'of a registered quotation that no text has',
      {
        quotations: quotationsEntry([
          { words: 'the road is closed', who: 'The ministry', side: 'armenian', on: '2023-01-01', source: 'ministry' },
        ]),
      },
      'content/quotations.yaml  quotations.0.words: no text quotes “the road is closed”. Take it out',
    ],
    [
      'of an entry checked before everything else was',
      withEvent('later', { checked: '2024-06-01' }),
      'content/events/later.md  checked: 2024-06-01 is before lastChecked in content/site.yaml, 2025-01-15. Take it out',
    ],
    [
      'of an open question without a citation',
      { openQuestions: openQuestionsEntry({ state: 'Nobody says.' }) },
      'content/open-questions.yaml  questions.0.state: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work',
    ],
    [
      'of an account without a source',
      withEvent('later', {
        accounts: [
          { side: 'East', says: 'East said so.', sources: ['ministry'] },
          { side: 'West', says: 'West said not.', sources: [] },
        ],
      }),
      'content/events/later.md  accounts.1: West speaks without a source. Name sources, or write restsOn: event, which readers are told',
    ],
    [
      'of a word of one side that nobody is said to use',
      withEvent('later', {}, 'The siege went on. [@agency]\n'),
      `content/events/later.md:${BODY_LINE}  text: "siege": a word of one side, and this sentence does not say who uses it: "The siege went on." Attribute it, quote it, or list the sentence under explained in content/house-style.yaml`,
    ],
    [
      'of a name written otherwise',
      withEvent('later', { title: 'In Westtown' }),
      'content/events/later.md  title: "Westtown": we write "West Town", because it is its name',
    ],
    [
      'of an exception that no text needs',
      { houseStyle: houseStyleEntry({ explained: [{ sentence: 'A siege?', because: 'it asks' }] }) },
      'content/house-style.yaml  explained: no text needs this exception any more: "A siege?" Take it out',
    ],
    [
      'of a word of one side without its user',
      { glossary: glossaryEntry({ usedBy: undefined }) },
      'content/glossary.yaml  terms.0.usedBy: missing. "Siege" is a word of one side: say whose',
    ],
    [
      'of a standfirst without a citation',
      { site: siteEntry({ standfirst: 'There was a road.' }) },
      'content/site.yaml  standfirst: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work',
    ],
  ];
  for (const [what, changes, told] of cases) test(what, () => expect(problemsWith(changes)).toEqual([told]));

  test('of a site and claims that are missing', () => {
    const told = problemsWith({ site: undefined, claims: undefined, statement: undefined, figures: undefined });
    expect(told).toContain('content/site.yaml  cannot be read, so the site has no name. Mend or restore it');
    expect(told).toContain('content/claims.yaml  cannot be read. Mend or restore it');
    expect(told).toContain('content/figures.yaml  cannot be read. Mend or restore it');
    expect(told).toContain('content/statement.yaml  cannot be read. Mend or restore it');
  });

  test('of the line of a field where it is known', () => {
    const wrong = {
      ...entry('events', 'later', { places: ['est-town'] }),
      lineOf: (field: string) => (field === 'places.0' ? 7 : 1),
    };
    expect(problemsWith({ events: [...events, wrong] })).toEqual([
      'content/events/later.md:7  places.0: no file content/places/est-town.yaml. Did you mean west-town?',
    ]);
  });

  test('of every problem at once, those found while reading first', () => {
    const earlier = [{ file: 'content/events/broken.md', line: 3, what: 'date: is wrong' }];
    const told = problemsWith(
      {
        ...withEvent('later', { date: '2025', places: ['nowhere-at-all'] }, 'It happened.\n'),
        ...withPlace('east-town', { rank: 2 }),
        ...withFeature('side-road', { shapes: ['quite-different'] }),
      },
      earlier,
    );
    expect(told[0]).toBe('content/events/broken.md:3  date: is wrong');
    expect(told.map((line) => /content\/\S+?(?=:| {2})/.exec(line)?.[0]).sort()).toEqual([
      'content/events/broken.md',
      'content/events/later.md',
      'content/events/later.md',
      'content/events/later.md',
      'content/map/side-road.yaml',
      'content/places/east-town.yaml',
    ]);
  });

  test('once of a file that cannot be read, and not again by those who name it', () => {
    const { files } = sampleEntries();
    const broken = (ids: ReadonlySet<string>, id: string): Set<string> => new Set([...ids, id]);
    const earlier = [{ file: 'content/events/broken.md', what: 'date: is wrong' }];
    const changes = {
      ...withEvent('later', { places: ['broken-town'] }, 'As [before](event:broken). [@broken-source]\n'),
      ...withFeature('side-road', { status: [{ since: 'broken', is: 'in-use', sources: [] }] }),
      files: {
        event: broken(files.event, 'broken'),
        place: broken(files.place, 'broken-town'),
        source: broken(files.source, 'broken-source'),
        chart: broken(files.chart, 'broken-chart'),
      },
    };
    expect(problemsWith(changes, earlier)).toEqual(['content/events/broken.md  date: is wrong']);
  });
});

test.describe('the list of problems', () => {
  test('says how many there are, and that nothing was built', () => {
    const one = { file: 'content/events/a.md', line: 3, what: 'date: is wrong' };
    expect(new ContentError([one]).message).toBe(
      'One problem in the content; nothing was built.\n  content/events/a.md:3  date: is wrong',
    );
    expect(new ContentError([one]).stack).toBe('');
    expect(new ContentError([one, { file: 'content/site.yaml', what: 'is missing' }]).message).toBe(
      '2 problems in the content; nothing was built.\n  content/events/a.md:3  date: is wrong\n  content/site.yaml  is missing',
    );
  });
});

test.describe('the nearest id', () => {
  test('is the one with the fewest wrong letters, if that is few', () => {
    const known = ['icj-2021', 'icj-2023', 'hakari-bridge'];
    expect(nearestId('icj-20023', known)).toBe('icj-2023');
    expect(nearestId('hakari-brigde', known)).toBe('hakari-bridge');
    expect(nearestId('icj-2023', known)).toBe('icj-2023');
    expect(nearestId('quite-different', known)).toBeUndefined();
    expect(nearestId('x', [])).toBeUndefined();
  });

  test('that begins with another day is meant only where the rest is near', () => {
    const known = ['2023-08-16-unsc', '2023-04-23-checkpoint', '2023-02-18-munich-talks'];
    expect(nearestId('2023-02-18-munch', ['2023-08-16-unsc'])).toBeUndefined();
    expect(nearestId('2023-02-18-munich', ['2023-08-16-unsc'])).toBeUndefined();
    expect(nearestId('2032-04-23-checkpont', known)).toBe('2023-04-23-checkpoint');
    expect(nearestId('2023-02-18-talks', ['2023-02-18-unsc'])).toBe('2023-02-18-unsc');
    expect(nearestId('2023-08-unsc', known)).toBe('2023-08-16-unsc');
  });

  test('of a source is never one of another day, by another publisher or of another number', () => {
    for (const [id, other] of [
      ['icj-2023-07-06-order', 'icj-2023-11-17-order'],
      ['hrd-2023-01-13-report', 'rt-2023-09-25-depot'],
      ['trend-2023-04-23-mfa', 'trend-2023-02-20-euma'],
      ['ap-2023-04-11-tegh', 'apa-2023-04-11-tegh'],
      ['hywiki-kornidzor', 'wiki7-kornidzor'],
      ['wikipedia-sus-mirror', 'wikipedia-mets-shen-mirror'],
      ['rt-2023-09-25-depot', 'rt-2023-09-25-depot-video'],
    ] as const)
      expect(maySpeakOfOneSource(id, other), id).toBe(false);
  });

  test('of a source is one with a slip in one word', () => {
    for (const [id, other] of [
      ['menafn-2023-09-12-truk', 'menafn-2023-09-12-truck'],
      ['azernes-2022-08-26-lachin', 'azernews-2022-08-26-lachin'],
      ['hywiki-kornidsor', 'hywiki-kornidzor'],
    ] as const)
      expect(maySpeakOfOneSource(id, other), id).toBe(true);
  });
});
