import { expect, test } from '@playwright/test';
import { entry, sampleEntries, sampleWorld, siteEntry } from '../assembly/sample-world.ts';
import { upkeepOf } from './upkeep.ts';

const world = sampleWorld({
  events: [...sampleEntries().events, entry('events', 'later', { checked: '2025-02-01' })],
  places: sampleEntries().places.map((place) =>
    place.id === 'camp'
      ? { ...place, data: { ...place.data, corrections: [{ on: '2025-03-01', what: 'It stood elsewhere.' }] } }
      : place,
  ),
  site: siteEntry({ lastChecked: '2025-01-15' }),
});

test.describe('a page was last checked', () => {
  test('when the site was, if its entry says nothing else', () => {
    expect(upkeepOf(world, { kind: 'event', id: 'road-closes' })).toEqual({ checked: '2025-01-15', corrections: [] });
  });
  test('on the later day of its own', () => {
    expect(upkeepOf(world, { kind: 'event', id: 'later' }).checked).toBe('2025-02-01');
  });
  test('when it was corrected, and the correction stands in whatever entry it corrects', () => {
    expect(upkeepOf(world, { kind: 'place', id: 'camp' })).toEqual({
      checked: '2025-03-01',
      corrections: [
        { kind: 'place', id: 'camp', on: '2025-03-01', what: 'It stood elsewhere.', fragment: 'correction-1' },
      ],
    });
  });
  test('with fragments that stay when another entry of the same page is corrected', () => {
    const correct = (...ids: string[]): string[] => {
      const sources = sampleEntries().sources.map((source) =>
        ids.includes(source.id)
          ? { ...source, data: { ...source.data, corrections: [{ on: '2025-03-01', what: 'It has another title.' }] } }
          : source,
      );
      return upkeepOf(sampleWorld({ sources }), { kind: 'source', id: '' }).corrections.map(({ fragment }) => fragment);
    };
    expect(correct('ministry')).toEqual(['correction-ministry-1']);
    expect(correct('agency', 'ministry')).toEqual(['correction-agency-1', 'correction-ministry-1']);
  });
});
