import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ContentError } from '../model/world.ts';
import { readWorld } from './read-content.ts';

// One copy of the content, broken and mended again by one test after the other.
test.describe.configure({ mode: 'default' });

let root: string;

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'content-'));
  await cp(join(process.cwd(), 'content'), join(root, 'content'), { recursive: true });
});

test.afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Returns what the author reads, a line per problem. */
function problems(): string[] {
  try {
    readWorld(root);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}

interface Break {
  /** What an author did, and hears of. */
  readonly does: string;
  /** The file, below `content/`. */
  readonly file: string;
  readonly from: RegExp;
  readonly to: string;
  /** Stands on the line that the author is sent to; left out where a file has no such line. */
  readonly at?: string;
  readonly told: string;
}

/** Makes one change. Returns `file` or `file:line` as the author will read it, and a way to mend the file again. */
async function breakFile({
  file,
  from,
  to,
  at,
}: Omit<Break, 'does' | 'told'>): Promise<{ where: string; mend: () => Promise<void> }> {
  const path = join(root, 'content', file);
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${from} was found in ${file}`).not.toBe(before);
  await writeFile(path, after);
  const line = at === undefined ? '' : `:${after.slice(0, after.indexOf(at)).split('\n').length}`;
  if (at !== undefined) expect(after, file).toContain(at);
  return { where: `content/${file}${line}`, mend: () => writeFile(path, before) };
}

const CHART = 'charts/arrivals-2023.yaml';
const EVENT = 'events/2023-04-23-checkpoint.md';
const PLACE = 'places/lachin.yaml';
const QUOTATIONS = 'quotations.yaml';
const QUESTION = 'questions/1-checkpoint-lawful.yaml';
const SOURCE = 'sources/ap-2023-04-11-tegh.yaml';
const CHAPTER = 'chapters/6-the-checkpoint.mdx';
const ROUTES = 'geometry/routes.geojson';
/** A paragraph at the end of a text. */
const END = /\s*$/;

const BREAKS: readonly Break[] = [
  {
    does: 'gives a number of a chart a day that does not exist',
    file: CHART,
    from: /day: '2023-09-28'/,
    to: "day: '2023-09-31'",
    at: "day: '2023-09-31'",
    told: 'rows.0.day: "2023-09-31" is no date that exists: write YYYY-MM-DD, YYYY-MM or YYYY, in quotes',
  },
  {
    does: 'gives a number of a chart no source',
    file: CHART,
    from: /sources: \[almayadeen-2023-09-28-stay\]/,
    to: 'sources: []',
    at: 'sources: []',
    told: 'rows.0.sources: names no source',
  },
  {
    does: 'writes a number of a chart with its comma',
    file: CHART,
    from: /value: 70000/,
    to: "value: '70,000'",
    at: "value: '70,000'",
    told: 'rows.0.value: write a number without quotes',
  },
  {
    does: 'draws a chart in a form that is unknown',
    file: CHART,
    from: /form: bars/,
    to: 'form: pie',
    at: 'form: pie',
    told: 'form: Invalid option: expected one of "bars"|"units"|"axis"|"profile"',
  },
  {
    does: 'leaves a quotation mark open',
    file: PLACE,
    from: /^name: .*$/m,
    to: 'name: "Lachin',
    told: 'YAML: Missing closing "quote. Texts with a colon or a leading quote need quotes around them',
  },
  {
    does: 'writes a colon into a text without quotes',
    file: EVENT,
    from: /^title: .*$/m,
    to: 'title: The checkpoint: who set it up',
    at: 'title: The checkpoint',
    told: 'YAML: Nested mappings are not allowed in compact mappings. Texts with a colon or a leading quote need quotes around them',
  },
  {
    does: 'writes a field twice',
    file: SOURCE,
    from: END,
    to: '\nlang: en\n',
    told: 'YAML: Map keys must be unique. Texts with a colon or a leading quote need quotes around them',
  },
  {
    does: 'forgets the front matter',
    file: EVENT,
    from: /^---\n[\s\S]*?\n---\n/,
    to: '',
    at: '',
    told: 'front matter: missing. The file starts with --- , the fields, and --- on a line of its own',
  },
  {
    does: 'does not close the front matter',
    file: CHAPTER,
    from: /\n---\n/,
    to: '\n',
    at: '',
    told: 'front matter: missing. The file starts with --- , the fields, and --- on a line of its own',
  },
  {
    does: 'mistypes a field',
    file: PLACE,
    from: /^otherNames:/m,
    to: 'otherName:',
    at: 'otherName:',
    told: 'otherName: no such field. Did you mean otherNames?',
  },
  {
    does: 'invents a field',
    file: SOURCE,
    from: END,
    to: '\ntranslator: someone\n',
    at: 'translator:',
    told: 'translator: no such field. Known here: publisher, title, date, url, type, lang, side, seen, note, archived, corrections, formerIds',
  },
  {
    does: 'quotes without a speaker',
    file: QUOTATIONS,
    from: /^ {4}who: .*\n/m,
    to: '',
    at: '  - words:',
    told: 'quotations.0.who: write a text here',
  },
  {
    does: 'quotes without a date',
    file: QUOTATIONS,
    from: /^ {4}'on': .*\n/m,
    to: '',
    at: '  - words:',
    told: "quotations.0.on: write a date in quotes, as '2022-12-12', '2022-12' or '2022'",
  },
  {
    does: 'leaves out what courts decided',
    file: QUESTION,
    from: /^courts: >-\n.*\n/m,
    to: '',
    at: '',
    told: 'courts: write a text here',
  },
  {
    does: 'uses a word of one side without saying whose it is',
    file: EVENT,
    from: END,
    to: '\n\nThe blockade went on. [@ap-2023-04-11-tegh]\n',
    at: 'The blockade',
    told: '"blockade": a word of one side, and this sentence does not say who uses it',
  },
  {
    does: 'leaves out a field that is needed',
    file: EVENT,
    from: /^title: .*\n/m,
    to: '',
    at: '',
    told: 'title: write a text here',
  },
  {
    does: 'leaves a field empty',
    file: EVENT,
    from: /^title: .*$/m,
    to: "title: ' '",
    at: 'title:',
    told: 'title: is empty: write a text',
  },
  {
    does: 'writes a year without quotes, which is a number then',
    file: EVENT,
    from: /^date: .*$/m,
    to: 'date: 2023',
    at: 'date: 2023',
    told: "date: write a date in quotes, as '2022-12-12', '2022-12' or '2022'",
  },
  {
    does: 'writes a day that does not exist',
    file: EVENT,
    from: /^date: .*$/m,
    to: "date: '2023-02-30'",
    at: "date: '2023-02-30'",
    told: 'date: "2023-02-30" is no date that exists: write YYYY-MM-DD, YYYY-MM or YYYY, in quotes',
  },
  {
    does: 'writes a date in words',
    file: SOURCE,
    from: /^date: .*$/m,
    to: 'date: 11 April 2023',
    at: 'date: 11',
    told: 'date: "11 April 2023" is no date that exists: write YYYY-MM-DD, YYYY-MM or YYYY, in quotes',
  },
  {
    does: 'gives only the month where a day is needed',
    file: 'places/sit-in-site.yaml',
    from: /^from: .*$/m,
    to: "from: '2022-12'",
    at: "from: '2022-12'",
    told: 'from: "2022-12" is no day that exists: write YYYY-MM-DD, in quotes',
  },
  {
    does: 'puts a place beyond the pole',
    file: PLACE,
    from: /lat: [\d.]+/,
    to: 'lat: 95',
    at: 'lat: 95',
    told: 'position.lat: lies north of the pole: are lat and lon swapped?',
  },
  {
    does: 'swaps latitude and longitude',
    file: 'places/washington.yaml',
    from: /lat: ([-\d.]+), lon: ([-\d.]+)/,
    to: 'lat: -100.5, lon: 38.9',
    at: 'lat: -100.5',
    told: 'position.lat: lies south of the pole',
  },
  {
    does: 'writes a coordinate as text',
    file: PLACE,
    from: /lon: [\d.]+/,
    to: 'lon: 46° 33′',
    at: 'lon: 46°',
    told: 'position.lon: write a number of degrees',
  },
  {
    does: 'uses a word that is not in the list',
    file: EVENT,
    from: /^phase: .*$/m,
    to: 'phase: blockade',
    at: 'phase: blockade',
    told: 'phase: Invalid option: expected one of "before-2020"|"war-2020"|"ceasefire"|"corridor"|"closure"|"checkpoint"|"september-2023"|"since-october-2023"',
  },
  {
    does: 'writes an address that is none',
    file: SOURCE,
    from: /^url: .*$/m,
    to: 'url: www.example.org/report',
    at: 'url: www',
    told: 'url: "www.example.org/report" is no web address: it starts with https:// and holds no spaces',
  },
  {
    does: 'writes an address that would run a script',
    file: SOURCE,
    from: /^url: .*$/m,
    to: 'url: "javascript:alert(1)"',
    at: 'url: "javascript',
    told: 'url: "javascript:alert(1)" is no web address: it starts with https:// and holds no spaces',
  },
  {
    does: 'writes an id with capitals',
    file: EVENT,
    from: /^places: .*$/m,
    to: 'places: [Hakari Bridge]',
    at: 'places: [Hakari',
    told: 'places.0: "Hakari Bridge" is no id: use lower-case words and digits joined by hyphens',
  },
  {
    does: 'names a place that is not there',
    file: EVENT,
    from: /^places: .*$/m,
    to: 'places: [hakari-brigde]',
    at: 'places: [hakari-brigde',
    told: 'places.0: no file content/places/hakari-brigde.yaml. Did you mean hakari-bridge?',
  },
  {
    does: 'leaves the text out',
    file: EVENT,
    from: /(\n---\n)[\s\S]*$/,
    to: '$1',
    told: 'text: there is none. Write at least one paragraph',
  },
  {
    does: 'forgets a citation',
    file: EVENT,
    from: END,
    to: '\n\nThis stands\nwithout a source.\n',
    at: 'This stands',
    told: 'text: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work',
  },
  {
    does: 'cites a source that is not there',
    file: CHAPTER,
    from: END,
    to: '\n\nThis is said. [@nobody-says-this-at-all]\n',
    at: 'This is said.',
    told: 'text: no file content/sources/nobody-says-this-at-all.yaml. Add the file or correct the id.',
  },
  {
    does: 'mistypes a source',
    file: PLACE,
    from: /^description: .*$/m,
    to: 'description: A town. [@ap-2023-04-11-teg]',
    at: 'description: A town',
    told: 'description: no file content/sources/ap-2023-04-11-teg.yaml. Did you mean ap-2023-04-11-tegh?',
  },
  {
    does: 'joins citations with a comma',
    file: EVENT,
    from: END,
    to: '\n\nThis is said. [@editors] And this. [@one, @other]\n',
    at: 'This is said.',
    told: 'text: "[@one, @other]" is no citation. Write [@one-id] or [@one-id; @other-id]',
  },
  {
    does: 'links to an event that is not there',
    file: CHAPTER,
    from: END,
    to: '\n\nAfter [this](event:2023-04-23-checkpont). [@editors]\n',
    at: 'After [this]',
    told: 'text: no file content/events/2023-04-23-checkpont.md. Did you mean 2023-04-23-checkpoint?',
  },
  {
    does: 'names a shape that is not there',
    file: 'map/kornidzor-road.yaml',
    from: /^shapes: .*$/m,
    to: 'shapes: [kornidzor-rode]',
    at: 'shapes: [kornidzor-rode',
    told: 'shapes.0: no shape "kornidzor-rode" in content/geometry. Did you mean kornidzor-road?',
  },
  {
    does: 'opens a chapter too far out',
    file: CHAPTER,
    from: /zoom: [\d.]+/,
    to: 'zoom: 3',
    at: 'zoom: 3',
    told: 'view.zoom: Too small: expected number to be >=7',
  },
  {
    does: 'breaks the file of shapes',
    file: ROUTES,
    from: /^\{/,
    to: '',
    told: 'cannot be read as JSON: ',
  },
  {
    does: 'puts a shape off the earth',
    file: ROUTES,
    from: /"coordinates":\s*\[\s*\[\s*[\d.]+/,
    to: '"coordinates": [[446.5',
    told: 'is no position. Write [longitude, latitude] in degrees',
  },
  {
    does: 'gives two shapes one id',
    file: ROUTES,
    from: /"id":\s*"new-hakari-berdadzor"/g,
    to: '"id": "kornidzor-road"',
    told: 'properties.id: "kornidzor-road" is missing, no id, or there twice. Every shape needs an id of its own',
  },
  {
    does: 'gives a shape no id',
    file: ROUTES,
    from: /"id":\s*"northern-road"/g,
    to: '"name2": "northern-road"',
    told: 'properties.id: undefined is missing, no id, or there twice. Every shape needs an id of its own',
  },
];

test.describe('the content as it is', () => {
  test('is read without a problem', () => {
    expect(problems()).toEqual([]);
    const { world, geometry } = readWorld(root);
    expect(world.events.length).toBeGreaterThan(10);
    expect(world.chapters.length).toBeGreaterThan(1);
    expect(geometry.routes.features.length).toBeGreaterThan(1);
  });

  test('may be written on Windows', async () => {
    const { mend } = await breakFile({ file: EVENT, from: /\n/g, to: '\r\n' });
    try {
      expect(problems()).toEqual([]);
    } finally {
      await mend();
    }
  });
});

test.describe('an author who', () => {
  for (const { told, does, ...change } of BREAKS)
    test(`${does} is told where and what to do`, async () => {
      const { where, mend } = await breakFile(change);
      try {
        const all = problems();
        const lines = all.filter((line) => line.startsWith(where) && line.includes(told));
        expect(lines, all.join('\n')).toHaveLength(1);
        // Where there are lines the author is sent to one; a file of shapes has none.
        expect(lines[0]).toMatch(change.file === ROUTES ? /^content\/\S+ {2}\S/ : /^content\/\S+:\d+ {2}\S/);
      } finally {
        await mend();
      }
    });

  for (const [does, file, name, told] of [
    [
      'gives an event another extension',
      EVENT,
      'events/2023-04-23-checkpoint.txt',
      'file name: does not end in .md. Rename or move the file',
    ],
    [
      'gives a place another extension',
      PLACE,
      'places/lachin.yml',
      'file name: does not end in .yaml. Rename or move the file',
    ],
    [
      'names a file in capitals',
      PLACE,
      'places/Lachin Town.yaml',
      'file name: "Lachin Town" is no id. Use lower-case words and digits joined by hyphens',
    ],
  ] as const)
    test(`${does} is told to rename it`, async () => {
      const [from, to] = [join(root, 'content', file), join(root, 'content', name)];
      await rename(from, to);
      try {
        expect(problems()).toContain(`content/${name}  ${told}`);
      } finally {
        await rename(to, from);
      }
    });

  for (const [does, name, told] of [
    ['loses a folder', 'chapters', 'content/chapters  the folder is missing. Restore it'],
    [
      'loses the site file',
      'site.yaml',
      'content/site.yaml  cannot be read, so the site has no name. Mend or restore it',
    ],
    ['loses the claims', 'claims.yaml', 'content/claims.yaml  cannot be read. Mend or restore it'],
    [
      'loses a file of shapes',
      'geometry/districts.geojson',
      'content/geometry/districts.geojson  cannot be read as JSON: ',
    ],
  ] as const)
    test(`${does} is told to restore it`, async () => {
      const path = join(root, 'content', name);
      await rename(path, join(root, 'elsewhere'));
      try {
        expect(problems().filter((line) => line.startsWith(told))).toHaveLength(1);
      } finally {
        await rename(join(root, 'elsewhere'), path);
      }
    });

  test('breaks two files is told of both', async () => {
    const one = await breakFile({ file: EVENT, from: /^date: .*$/m, to: "date: '2023-02-30'", at: "date: '2023" });
    const other = await breakFile({ file: PLACE, from: /lat: [\d.]+/, to: 'lat: 95', at: 'lat: 95' });
    try {
      const lines = problems();
      expect(lines.filter((line) => line.startsWith(`${one.where}  date:`))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith(`${other.where}  position.lat:`))).toHaveLength(1);
    } finally {
      await Promise.all([one.mend(), other.mend()]);
    }
  });

  test('breaks a file twice is told of both', async () => {
    const { mend } = await breakFile({
      file: EVENT,
      from: /^date: .*\nphase: .*$/m,
      to: 'date: 2023\nphase: blockade',
    });
    try {
      expect(
        problems()
          .filter((line) => line.includes(EVENT))
          .map((line) => / {2}(\w+):/.exec(line)?.[1]),
      ).toEqual(['date', 'phase']);
    } finally {
      await mend();
    }
  });

  test('has mended everything is told nothing', () => {
    expect(problems()).toEqual([]);
  });
});
