/**
 * A site built from hostile content, with the checks that refuse it taken out of the way: what pages do with it is then their
 * own doing. (`broken-content.ts` has the checks.)
 */
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Site, serveSite } from '../tools/bench/serve.ts';
import { buildIn, copySources } from './build-elsewhere.ts';
import { expect, test } from './fixtures.ts';

// One build for all of them.
test.describe.configure({ mode: 'serial' });

const SCRIPT = '</script></style></title><script>globalThis.evil=1</script>';
const PICTURE = '<img src=x onerror=globalThis.evil=1>';
const HOSTILE = `"'>${SCRIPT}${PICTURE}<svg onload=globalThis.evil=1>[click](javascript:globalThis.evil=1)`;

let root: string;
let site: Site;

/** Puts hostile content before what a field of a file of `content/` says, the first of that name. */
function poison(file: string, ...fields: readonly string[]): void {
  const path = join(root, 'content', file);
  let text = readFileSync(path, 'utf8');
  const hostile = HOSTILE.replaceAll("'", "''");
  for (const field of fields) {
    const after = text.replace(
      new RegExp(`^(\\s*(?:- )?${field}: )(?:>-\\n\\s*)?(?:'(.*)'|(.*))$`, 'm'),
      (_, head: string, quoted?: string, plain?: string) =>
        `${head}'${hostile} ${quoted ?? plain?.replaceAll("'", "''")}'`,
    );
    expect(after, `${field} was found in ${file}`).not.toBe(text);
    text = after;
  }
  writeFileSync(path, text);
}

/** Renames a chapter and one of its headings, puts a paragraph above all others, and takes the fourth out. */
function editChapter(): void {
  const [before, after] = ['2-before-2020', '2-earlier'].map((id) => join(root, `content/chapters/${id}.mdx`));
  const text = readFileSync(before ?? '', 'utf8');
  const edited = text
    .replace(
      '\n---\n',
      '\nparagraphs: [6, 1, 2, 3, 5]\nformerAnchors: { p4: p5, war-and-displacement: the-first-war }\nformerIds: [before-2020]\n---\nA new beginning. [@editors]\n\n',
    )
    .replace('### War and displacement', '### The first war')
    .replace(/\nOn 18 May 1992 .*\n/, '');
  expect(edited.split('\n').length).toBe(text.split('\n').length + 3);
  writeFileSync(before ?? '', edited);
  renameSync(before ?? '', after ?? '');
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  root = copySources();
  writeFileSync(
    join(root, 'src/model/plain-text.ts'),
    readFileSync('src/model/plain-text.ts', 'utf8').replace(
      /(export function markupIn\(.*\{\n)/,
      '$1  if (text) return [];\n',
    ),
  );
  writeFileSync(
    join(root, 'src/build/prose-form.ts'),
    readFileSync('src/build/prose-form.ts', 'utf8').replace(
      /(export function proseProblems\([^{]*\{\n)/,
      '$1  if (body) return [];\n',
    ),
  );
  const texts = readFileSync('src/assembly/texts.ts', 'utf8');
  const unchecked = texts.replace(/(export function readMarks\(.*\{\n)/, '$1  if (entries) return;\n');
  expect(unchecked).not.toBe(texts);
  writeFileSync(join(root, 'src/assembly/texts.ts'), unchecked);
  poison('events/2023-04-23-checkpoint.md', 'title', 'says');
  poison('places/lachin.yaml', 'name', 'description');
  poison('sources/azernews-2023-09-16-checkpoint.yaml', 'publisher', 'title');
  poison('charts/arrivals-2023.yaml', 'title', 'shows', 'gist', 'reads', 'who');
  poison('charts/aid-trucks-2023.yaml', 'who', 'reads');
  poison('charts/court-orders.yaml', 'who', 'reads');
  poison('site.yaml', 'title', 'subtitle', 'what');
  poison('glossary.yaml', 'term', 'definition');
  poison('figures.yaml', 'label', 'value', 'reading', 'who', 'how');
  poison('statement.yaml', 'heading', 'promise', 'became');
  poison('claims.yaml', 'claim', 'record', 'official', 'difference');
  poison('open-questions.yaml', 'question', 'state');
  poison('questions/1-checkpoint-lawful.yaml', 'question');
  poison('views/6-checkpoint-2023.yaml', 'title');
  poison('map/kornidzor-road.yaml', 'name');
  poison('road.yaml', 'name', 'length', 'passes');
  const body = join(root, 'content/events/2022-12-12-road-blocked.md');
  writeFileSync(
    body,
    `${readFileSync(body, 'utf8')}\n\n${SCRIPT} [@editors]\n\nSee ${PICTURE} and [this](javascript:globalThis.evil=1). [@editors]\n`,
  );
  appendFileSync(join(root, 'content/places/lachin.yaml'), '\nformerIds: [lachin-town]\n');
  editChapter();
  const { code, said } = await buildIn(root).done;
  expect(code, said).toBe(0);
  site = await serveSite(join(root, 'dist'));
});

test.afterAll(async () => {
  await site?.close();
  rmSync(resolve(root, '..'), { recursive: true, force: true });
});

/** Whether anything of the hostile content has run, or stands on the page as more than words. */
const isHarmed = (): boolean =>
  'evil' in globalThis ||
  document.querySelector('[onerror], [onload], [onclick], a[href^="javascript:"], img[src="x"]') !== null ||
  [...document.scripts].some((script) => script.type !== 'application/ld+json' && script.text.includes('evil'));

for (const [page, words] of [
  ['', 'Width of the corridor'],
  ['events/2023-04-23-checkpoint/', 'sets up a checkpoint'],
  ['places/lachin/', 'Town on the old highway'],
  ['places/', 'Lachin'],
  ['sources/', 'globalThis.evil=1'],
  ['figures/', 'People counted as they arrived'],
  ['road/', 'The old road through Lachin'],
  ['glossary/', 'Aggression'],
  ['article/', 'Antony Blinken'],
  ['statement/', 'Ceasefire'],
  ['open-questions/', 'Did Armenia set up a post'],
  ['positions/', 'Was the April 2023 checkpoint'],
  ['booklet/', 'Width of the corridor'],
  ['map/', 'Map'],
  ['map/list/', 'Road from Tegh'],
  ['timeline/', 'sets up a checkpoint'],
] as const)
  test(`hostile content is words on /${page}`, async ({ page: window, guard }) => {
    guard.expected.push(new RegExp(`^request to ${site.origin}/`));
    await window.goto(`${site.origin}/${page}`, { waitUntil: 'networkidle' });
    await expect(window.locator('main')).toContainText(words);
    expect(await window.locator('html').evaluate((html) => html.textContent)).toContain('globalThis.evil=1');
    expect(await window.evaluate(isHarmed)).toBe(false);
  });

test('a script that came past all checks into a text is held by the policy', async ({ page, guard }) => {
  guard.expected.push(
    new RegExp(`^request to ${site.origin}/`),
    /Content Security Policy|The page’s settings blocked|Failed to load resource.*404/,
  );
  await page.goto(`${site.origin}/events/2022-12-12-road-blocked/`, { waitUntil: 'networkidle' });
  expect(await page.locator('img[src="x"]').count(), 'it stands on the page').toBe(1);
  await page.getByRole('link', { name: 'this', exact: true }).click();
  expect(await page.evaluate(() => 'evil' in globalThis)).toBe(false);
});

test('an old address shows, where a link to it is shared, the card of the page that it leads to, and leads there with the view', async ({
  page,
  guard,
}) => {
  guard.expected.push(new RegExp(`^request to ${site.origin}/`));
  const tagsOf = async (path: string): Promise<string[]> =>
    (await (await fetch(`${site.origin}/${path}`)).text()).match(/<meta (?:property="og|name="twitter):[^>]*>/g) ?? [];
  const [old, now] = [await tagsOf('places/lachin-town/'), await tagsOf('places/lachin/')];
  const isOfCard = (tag: string): boolean => /:(?:url|title|image|image:alt|card)"/.test(tag);
  expect(old.filter(isOfCard)).toEqual(now.filter(isOfCard));
  expect(old.join()).toMatch(/og:image" content="[^"]*\/cards\/places\/lachin\.png"/);
  expect(await tagsOf('embed/places/lachin-town/')).toEqual([]);
  await page.goto(`${site.origin}/places/lachin-town/#map=12/39.64/46.54&day=2021-06-01`);
  await expect(page).toHaveURL(/\/places\/lachin\/#map=12\/39\.64\/46\.54&day=2021-06-01&focus=lachin&layers=/);
});

for (const page of ['', 'booklet/', 'chapters/before-2020/'])
  test(`links into a chapter that was renamed and edited lead on /${page} to what they led to`, async ({
    page: window,
    guard,
  }) => {
    guard.expected.push(new RegExp(`^request to ${site.origin}/`));
    for (const [anchor, words] of [
      ...(page.startsWith('chapters') ? [] : [['before-2020', page === '' ? 'Chapter 2' : 'Before 2020'] as const]),
      ['war-and-displacement', 'The first war'],
      ['before-2020-p1', 'Soviet Azerbaijan set up'],
      ['earlier-p3', 'The war of the early 1990s'],
      ['before-2020-p4', 'By October 1993 Armenian forces held'],
      ['before-2020-p5', 'By October 1993 Armenian forces held'],
      ['earlier-p6', 'A new beginning.'],
    ] as const) {
      await window.goto('about:blank');
      await window.goto(`${site.origin}/${page}#${anchor}`);
      const reached = window.locator(`#${anchor}`);
      await expect(reached, anchor).toBeInViewport();
      const block = reached.locator('xpath=ancestor-or-self::*[self::p or self::h2 or self::h3][1]');
      await expect(block, anchor).toContainText(words);
    }
  });
