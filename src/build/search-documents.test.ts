import { expect, test } from '@playwright/test';
import { entry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { searchDocuments } from './search-documents.ts';

test.describe('the search', () => {
  test('knows the words of a body, and neither its comments nor its signs', () => {
    const body =
      '### On foot\n\nIt happened. [@agency] {/* Ask the lawyer at the [camp](place:camp). */}\n\n- It rained. [@agency]\n';
    const { events, chapters } = sampleEntries();
    const documents = searchDocuments(
      sampleWorld({
        events: [...events, entry('events', 'at-last', { title: 'At last' }, body)],
        chapters: chapters.map((one) => ({ ...one, body })),
      }),
    );
    for (const { kind, text } of documents.filter(({ title, kind }) => title === 'At last' || kind === 'Chapter'))
      expect(text, kind).toMatch(/On foot It happened\. It rained\.\s*$/);
    expect(JSON.stringify(documents)).not.toContain('lawyer');
    for (const { names, kind } of documents.filter(({ kind }) => kind === 'Chapter')) expect(names, kind).toBe('');
  });
});
