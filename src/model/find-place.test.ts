import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readWorld } from '../build/read-content.ts';
import { editDistance } from './edit-distance.ts';
import { type Findable, findPlaces, fold } from './find-place.ts';
import { findableOf } from './findable.ts';

/** The site's own places: every name it knows must be found. */
const places: readonly Findable[] = findableOf(readWorld(process.cwd()).world.places);
const names = places.flatMap((place) => place.names.map(([form, lang]) => ({ place, form, lang })));
const anyName = fc.constantFrom(...names);
/** The ids of the best matches, those that are equally good together. */
const bestOf = (query: string): string[] => {
  const found = findPlaces(places, query);
  return found.filter(({ slips }) => slips === found[0]?.slips).map(({ place }) => place.id);
};

test.describe('the place finder', () => {
  test('finds a place by every form of its names', () => {
    for (const { place, form } of names) expect(bestOf(form), form).toContain(place.id);
  });

  for (const [query, id] of [
    ['Lachin', 'lachin'],
    ['BERDZOR', 'lachin'],
    ['Laçın', 'lachin'],
    ['LAÇIN', 'lachin'],
    ['lacin', 'lachin'],
    ['Բերձոր', 'lachin'],
    ['ԲԵՐՁՈՐ', 'lachin'],
    ['Лачин', 'lachin'],
    ['лачын', 'lachin'],
    ['lahcin', 'lachin'],
    ['Stepanakrt', 'stepanakert'],
    ['xankendi', 'stepanakert'],
    ['Susa', 'shusha'],
  ] as const)
    test(`finds ${id} by "${query}"`, () => expect(bestOf(query)).toContain(id));

  test('answers with the form that was typed', () => {
    for (const { place, form, lang } of names) {
      const match = findPlaces(places, form).find((one) => one.place.id === place.id);
      expect([match?.form, match?.lang]).toEqual([form, lang]);
    }
    expect(findPlaces(places, 'Xankəndi')[0]?.form).toBe('Xankəndi');
    expect(findPlaces(places, 'Xankendi')[0]?.form).toBe('Xankendi');
  });

  test('does not mind case and accents', () => {
    fc.assert(
      fc.property(anyName, ({ place, form }) => {
        for (const query of [form.toUpperCase(), form.toLowerCase(), fold(form)])
          expect(bestOf(query)).toContain(place.id);
      }),
    );
  });

  test('forgives one slip in a name of five letters or more', () => {
    fc.assert(
      fc.property(anyName, fc.nat(), fc.constantFrom('drop', 'double', 'swap'), ({ place, form }, at, slip) => {
        fc.pre(fold(form).length >= 5);
        const letters = [...fold(form)];
        const i = at % (letters.length - 1);
        const [a = '', b = ''] = [letters[i], letters[i + 1]];
        letters.splice(i, 2, ...(slip === 'drop' ? [b] : slip === 'double' ? [a, a, b] : [b, a]));
        expect(findPlaces(places, letters.join('')).map((match) => match.place.id)).toContain(place.id);
      }),
    );
  });

  test('finds by the beginning of a name, the name itself first', () => {
    expect(findPlaces(places, 'Shu').map(({ place }) => place.id)).toContain('shusha');
    expect(findPlaces(places, 'Goris')[0]).toMatchObject({ slips: 0, form: 'Goris', lang: '' });
    expect(findPlaces(places, 'Խանքենդի').length + findPlaces(places, 'Ստեփանակերտ').length).toBeGreaterThan(0);
  });

  test('forgives no slip in the first letter of a beginning, which any other name may share the rest of', () => {
    expect(findPlaces(places, 'Paris')).toEqual([]);
    expect(findPlaces(places, 'Zarisly').map(({ place }) => place.id)).toContain('zarysly');
  });

  test('finds nothing where nothing is meant, and never throws', () => {
    expect(findPlaces(places, 'zzzzzzzz')).toEqual([]);
    expect(findPlaces(places, ' - ')).toEqual([]);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (query) => Array.isArray(findPlaces(places, query))));
  });
});

test.describe('slips between two texts', () => {
  test('are counted as a keyboard makes them', () => {
    for (const [a, b, slips] of [
      ['', '', 0],
      ['lachin', 'lachin', 0],
      ['lachin', 'lahcin', 1],
      ['lachin', 'lachn', 1],
      ['lachin', 'lacchin', 1],
      ['lachin', 'lazhin', 1],
      ['abc', '', 3],
    ] as const)
      expect(editDistance(a, b)).toBe(slips);
  });

  test('are as many both ways, and none only between equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
