/** Fragments that no honest link has: noise, real links gone wrong, tricks with escapes, numbers, scripts and other writing. */
import fc from 'fast-check';
import { PUBLISHED_LINKS } from '../src/share/published-links.ts';

const NUMBERS = [
  '1e309',
  '-1e309',
  '9'.repeat(400),
  '0x10',
  '1_000',
  '٣٩',
  '３９',
  'NaN',
  'Infinity',
  '-0',
  '.5',
  '5.',
  '1,5',
  '0'.repeat(50),
  '4.9e-324',
  '１０',
];
const SCRIPTS = [
  '<script>window.injected=1</script>',
  '<img src=x onerror="window.injected=1">',
  '"><svg onload=window.injected=1>',
  'javascript:window.injected=1',
  "');window.injected=1;//",
  '\u0024{window.injected=1}',
  '{{constructor.constructor("window.injected=1")()}}',
  '<iframe srcdoc="<script>parent.injected=1</script>">',
  '//evil.invalid/',
  'https://evil.invalid/#map=1/2/3',
  '&#x3C;script&#x3E;',
  '</script><script>window.injected=1</script>',
  '\\u003cscript\\u003e',
];
const ESCAPES = [
  '%',
  '%2',
  '%zz',
  '%00',
  '%0d%0a',
  '%252525',
  '%E0%A4%A',
  '%c0%ae',
  '%ud83d',
  '%2526map%253D',
  '%23',
  '%26',
  '%3D',
  '%2F',
  '&amp;',
  '%EF%BB%BF',
];
const WRITING = [
  'Լաչին',
  'Լաչ\u0301ին',
  'Laçın',
  'Лачин',
  '\u202eCorridor',
  '\u200b',
  '\u0000',
  '\uD800',
  '🛣️',
  '‏لاچین',
  'ﷺ'.repeat(20),
  'a\u0300'.repeat(60),
  '日'.repeat(300),
];
const WORDS = [
  'none',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'map',
  'razope',
  'rrr',
  'roads,',
  ',',
  '2023-02-30',
  '0000-00-00',
  '2023-1-1',
  '99999-01-01',
  '-2023-01-01',
  '',
  ' ',
  '\n',
];
const value = fc.oneof(
  fc.constantFrom(...NUMBERS, ...SCRIPTS, ...ESCAPES, ...WRITING, ...WORDS),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double().map(String),
  fc.tuple(fc.constantFrom(...ESCAPES), fc.constantFrom(...SCRIPTS)).map((parts) => parts.join('')),
);
const position = fc.array(value, { minLength: 0, maxLength: 5 }).map((parts) => parts.join('/'));
const field = fc.oneof(
  position.map((parts) => `map=${parts}`),
  fc
    .tuple(fc.constantFrom('day', 'focus', 'layers', 'against', 'map', 'MAP', 'x', '', '__proto__'), value)
    .map((parts) => parts.join('=')),
  value,
);
const fields = fc.array(field, { maxLength: 9 }).map((parts) => `map=10/39.6/46.5&${parts.join('&')}`);
const published = fc.constantFrom(...PUBLISHED_LINKS.map(({ fragment }) => fragment));
const mutated = fc
  .tuple(published, fc.nat(160), fc.nat(24), value)
  .map(([link, at, removed, put]) => link.slice(0, at) + put + link.slice(at + removed));
const escaped = fc.tuple(published, fc.integer({ min: 1, max: 4 })).map(([link, times]) => {
  let text = link;
  for (let i = 0; i < times; i += 1) text = encodeURIComponent(text);
  return text;
});
const doubled = fc.tuple(published, value, published).map((parts) => parts.join('&'));
const long = fc
  .tuple(value, fc.integer({ min: 100, max: 4000 }))
  .map(([text, times]) => `map=${text.repeat(times)}`.slice(0, 60_000));

/** Any of them; the long ones seldom. */
export const hostileFragment: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fields, weight: 8 },
  { arbitrary: mutated, weight: 8 },
  { arbitrary: field, weight: 4 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 3 },
  { arbitrary: escaped, weight: 2 },
  { arbitrary: doubled, weight: 2 },
  { arbitrary: long, weight: 1 },
);

/** Returns the worst of many: every script, escape, number and writing in each field of a view, and a mix of all kinds. */
export function worstFragments(): string[] {
  const each = [...SCRIPTS, ...ESCAPES, ...NUMBERS, ...WRITING, ...WORDS].flatMap((bad) => [
    `map=10/39.6/46.5&day=2023-01-15&focus=${bad}&layers=roads,places`,
    `map=${bad}/39.6/46.5&day=${bad}&focus=none&layers=${bad}`,
    `map=10/${bad}/${bad}&${bad}&against=${bad}`,
  ]);
  return [...each, ...fc.sample(hostileFragment, { numRuns: 120, seed: 20_231_212 }).map((text) => `map=${text}`)];
}
