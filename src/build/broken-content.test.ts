import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { problemsOf } from '../assembly/sample-world.ts';
import { BREAKS, type Break } from './broken-content.ts';
import { readWorld } from './read-content.ts';

// One copy of the content, broken and mended again by one test after the other.
test.describe.configure({ mode: 'default' });

let root: string;

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'content-'));
  await cp('content', join(root, 'content'), { recursive: true });
});

test.afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

const problems = (): string[] => problemsOf(() => readWorld(root));

/** Does to the content what a row says. Returns what is in the file then, and a way to mend it. */
async function breakFile(row: Omit<Break, 'does' | 'told'>): Promise<{ text: string; mend: () => Promise<void> }> {
  const path = join(root, 'content', row.file);
  if (row.rename !== undefined) {
    const to = join(root, 'content', row.rename);
    await rename(path, to);
    return { text: '', mend: () => rename(to, path) };
  }
  const before = existsSync(path) ? await readFile(path) : undefined;
  const folder = existsSync(dirname(path)) ? path : dirname(path);
  const mend = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    if (before) await writeFile(path, before);
  };
  if (row.link) {
    await rename(path, join(root, 'outside'));
    await symlink(join(root, 'outside'), path);
    return { text: '', mend };
  }
  const after = row.write ?? before?.toString('utf8').replace(row.from as RegExp, row.to as string) ?? '';
  expect(after, `${row.from} was found in ${row.file}`).not.toBe(before?.toString('utf8'));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, after);
  return { text: Buffer.from(after).toString('utf8'), mend };
}

test.describe('the content as it is', () => {
  test('is read without a problem', () => {
    expect(problems()).toEqual([]);
    const { world, geometry, heights } = readWorld(root);
    expect(world.events.length).toBeGreaterThan(10);
    expect(world.chapters.length).toBeGreaterThan(1);
    expect(geometry.routes.features.length).toBeGreaterThan(1);
    expect(heights.routes.length).toBeGreaterThan(1);
  });

  for (const [how, from, to] of [
    ['on Windows', /\n/g, '\r\n'],
    ['with a byte order mark', /^/, '\ufeff'],
    ['with spaces after the ends of its front matter', /^---\n([\s\S]*?)\n---\n/, '---  \n$1\n--- \n'],
  ] as const)
    test(`may be written ${how}`, async () => {
      const { mend } = await breakFile({ file: 'events/2023-04-23-checkpoint.md', from, to });
      try {
        expect(problems()).toEqual([]);
      } finally {
        await mend();
      }
    });
});

for (const [kind, rows] of Object.entries(BREAKS))
  test.describe(kind, () => {
    for (const { does, told, at, elsewhere = [], ...change } of rows)
      test(`an author who ${does} is told where, what and what to do`, async () => {
        test.skip(change.link === true && process.platform === 'win32', 'links need rights on Windows');
        const { text, mend } = await breakFile(change);
        try {
          if (at !== undefined) expect(text).toContain(at);
          const line = at === undefined ? '' : `:${text.slice(0, text.indexOf(at)).split('\n').length}`;
          const where = `content/${change.rename ?? change.file}${line}  `;
          const lines = problems();
          const others = lines.filter((one) => !one.startsWith(where));
          expect(lines.filter((one) => one.startsWith(where))).toEqual([told].flat().map((what) => `${where}${what}`));
          expect(others.filter((one) => !elsewhere.some((pattern) => pattern.test(one)))).toEqual([]);
          for (const pattern of elsewhere)
            expect(
              others.some((one) => pattern.test(one)),
              `${pattern}`,
            ).toBe(true);
        } finally {
          await mend();
        }
      });
  });

test.describe('an author who', () => {
  test('breaks three files is told of all three at once', async () => {
    const broken = [
      await breakFile({ file: 'places/lachin.yaml', from: /lat: [\d.]+/, to: 'lat: 95' }),
      await breakFile({
        file: 'events/2023-04-23-checkpoint.md',
        from: /^date: .*\nphase: .*$/m,
        to: 'date: 2023\nphase: x',
      }),
      await breakFile({ file: 'chapters/6-the-checkpoint.mdx', from: /\s*$/, to: '\n\n{1 + 1}\n' }),
    ];
    try {
      expect(problems().map((line) => /^content\/(\S+?):\d+ {2}([\w.]+):/.exec(line)?.slice(1).join(' '))).toEqual([
        'events/2023-04-23-checkpoint.md date',
        'events/2023-04-23-checkpoint.md phase',
        'places/lachin.yaml position.lat',
        'chapters/6-the-checkpoint.mdx text',
      ]);
    } finally {
      for (const { mend } of broken) await mend();
    }
  });

  test('makes five mistakes in one file is told of all five at once', async () => {
    const { mend } = await breakFile({
      file: 'events/2023-02-18-munich.md',
      from: /^date: .*$([\s\S]*)^places: .*$([\s\S]*)$/m,
      to: "date: '2023-02-30'$1places: [munic]$2\n\nThis stands alone.\n\nIt is said. [@nobody]\n\nThe blockade went on. [@editors]\n",
    });
    try {
      expect(problems().map((line) => line.replace(/^content\/events\/2023-02-18-munich\.md:\d+ {2}/, ''))).toEqual([
        expect.stringMatching(/^date: "2023-02-30" is no date/),
        expect.stringMatching(/^text: no citation\./),
        expect.stringMatching(/^text: no file content\/sources\/nobody\.yaml/),
        expect.stringMatching(/^places\.0: no file content\/places\/munic\.yaml/),
        expect.stringMatching(/^text: "blockade": a word of one side/),
      ]);
    } finally {
      await mend();
    }
  });

  test('has two events replace each other is told that both ids are in use', async () => {
    const replace = (file: string, by: string) =>
      breakFile({ file: `events/${file}.md`, from: /^(places: .*)$/m, to: `$1\nformerIds: [${by}]` });
    const broken = [
      await replace('2023-02-18-munich', '2023-02-20-eu-mission'),
      await replace('2023-02-20-eu-mission', '2023-02-18-munich'),
    ];
    try {
      expect(problems()).toEqual([
        expect.stringMatching(
          /munich\.md:\d+ {2}formerIds: "2023-02-20-eu-mission" is in use by content\/events\/2023-02-20-eu-mission\.md; take it out of one of the two$/,
        ),
        expect.stringMatching(/eu-mission\.md:\d+ {2}formerIds: "2023-02-18-munich" is in use by /),
      ]);
    } finally {
      for (const { mend } of broken) await mend();
    }
  });

  test('writes orders to the terminal into a name sees them as numbers', async () => {
    const { mend } = await breakFile({ file: 'places/lachin.yaml', from: /\s*$/, to: '\n"\\x1b[2Jgone": 1\n' });
    try {
      expect(problems().join()).toContain('\\u{1b}[2Jgone: U+001B stands here, a control character. Delete it');
      expect(problems().join()).not.toContain('\x1b');
    } finally {
      await mend();
    }
  });

  test('loses a folder is told to restore it', async () => {
    const { mend } = await breakFile({ file: 'views', rename: '../elsewhere' });
    try {
      expect(problems()).toEqual(['content/views  the folder is missing. Restore it']);
    } finally {
      await mend();
    }
  });

  test('has mended everything is told nothing', () => {
    expect(problems()).toEqual([]);
  });
});
