import { expect, test } from '@playwright/test';
import { entry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { sourceEntryHtml } from './source-entry.ts';

const { events, sources } = sampleEntries();
const world = sampleWorld({
  events: [
    ...events,
    entry(
      'events',
      'later',
      { title: 'A <late> event' },
      'In <i lang="az">Laçın</i> it [ended](event:road-closes). [@court]\n',
    ),
  ],
  sources: [
    ...sources,
    entry('sources', 'court', {
      publisher: 'The Court',
      title: 'An order & more',
      type: 'court',
      lang: 'fr',
      side: 'international',
      seen: 'excerpt',
      archived: 'https://archive.example/order',
      note: 'Unanimous.',
    }),
  ],
});
const html = (id: string): string => {
  const source = world.sources.find((one) => one.id === id);
  if (!source) throw new Error(id);
  return sourceEntryHtml(world, source);
};

test.describe('the entry of a source', () => {
  test('says what it is, whose its publisher is, and how much of it was read', () => {
    expect(html('court')).toContain(
      'Primary text: court document · in French · publisher is: International · read in part',
    );
    expect(html('court')).toContain('Unanimous.');
    expect(html('agency')).toContain('Report: international media or agency · in English');
  });

  test('has an archived copy where one is known', () => {
    expect(html('court')).toContain('<a href="https://archive.example/order" rel="external">archived copy</a>');
    expect(html('agency')).not.toContain('archived copy');
  });

  test('lists each passage that rests on it, under its page, foreign words with their language', () => {
    expect(html('court')).toContain('1 passage on 1 page rests on it:');
    expect(html('court')).toContain('<span>A &#60;late&#62; event</span>');
    expect(html('court')).toMatch(/events\/later\/#cite-1">In <i lang="az">Laçın<\/i> it ended\.<\/a>/);
  });

  test('escapes what it prints', () => {
    expect(html('court')).toContain('An order &#38; more');
  });
});
