import { expect, test } from '@playwright/test';
import {
  claimsEntry,
  entry,
  figuresEntry,
  roadEntry,
  sampleEntries,
  sampleWorld,
  statementEntry,
} from '../assembly/sample-world.ts';
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

  test('knows every period of the corridor, also of one that was never open, and none before it', () => {
    const statuses = roadEntry().data.statuses.map((status) =>
      status.is === 'open' ? { ...status, is: 'checkpoint' as const } : status,
    );
    const documents = searchDocuments(sampleWorld({ road: roadEntry({ statuses }) }));
    const paths = documents.flatMap(({ kind, path }) => (kind === 'The road' ? [path] : []));
    expect(paths).toEqual(['road/road-opens/', 'road/road-closes/']);
  });

  test('knows what each source says of a number, and whose it is', () => {
    const readings = [{ reading: 'about [12](event:road-closes)', who: 'The agency', sources: ['agency'] }];
    const documents = searchDocuments(sampleWorld({ figures: figuresEntry({ readings }) }));
    expect(documents.find(({ path }) => path === 'figures/#cars')?.text).toBe(
      'Nobody counted them twice. about 12: The agency.',
    );
  });

  test('knows by when each point of the statement was due, and its official words', () => {
    const { points } = statementEntry().data;
    const said = { text: 'The road stays', who: 'The parties', on: '2020-11-10', source: 'agency' } as const;
    const documents = searchDocuments(
      sampleWorld({ statement: statementEntry({ points: points.map((one) => ({ ...one, quotation: said })) }) }),
    );
    expect(documents.find(({ path }) => path === 'statement/#point-9')?.text).toBe(
      'The road stays open. No day was set. Disputed. It was closed. “The road stays”: The parties',
    );
  });

  test('knows the official wording of what the article quotes, and what it left out', () => {
    const rest = { events: ['road-closes'], sources: ['agency'] };
    const claims = claimsEntry({
      quotations: [
        {
          call: 'The call',
          on: '2023-04-30',
          article: 'a way',
          official: 'a road',
          difference: 'It differs.',
          ...rest,
        },
        { call: 'The call', on: '2023-04-30', official: 'a bridge', difference: 'It is not quoted.', ...rest },
      ],
      leftOut: [{ what: 'The [camp](place:camp) was there.', why: 'It matters.', ...rest }],
    });
    const documents = searchDocuments(sampleWorld({ claims }));
    const textsAt = (path: string) =>
      documents.filter((one) => one.path === path).map(({ title, text, date }) => [title, text, date]);
    const on = '30\u00a0April\u00a02023';
    expect(textsAt('article/#quotation-1')).toEqual([
      ['The call: the official wording', '“a road” In the article: “a way” It differs.', on],
    ]);
    expect(textsAt('article/#quotation-2')).toEqual([
      ['The call: the official wording', '“a bridge” It is not quoted.', on],
    ]);
    expect(textsAt('article/#left-out-1')).toEqual([['The camp was there.', 'It matters.', undefined]]);
  });
});
