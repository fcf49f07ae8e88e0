import { expect, test } from '@playwright/test';
import { entry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { supportOf } from './support.ts';

const { events, sources } = sampleEntries();
const of = (body: string, data: object = {}) => {
  const world = sampleWorld({
    events: [...events, entry('events', 'later', data, body)],
    sources: [
      ...sources,
      entry('sources', 'court', { publisher: 'Court', type: 'court' }),
      entry('sources', 'book', { publisher: 'Book', type: 'reference', side: 'armenian' }),
    ],
    // Every source is cited somewhere.
    views: [entry('views', '1-all', { description: 'All. [@court; @book]' })],
  });
  const event = world.events.find(({ id }) => id === 'later');
  if (!event) throw new Error('no event');
  return supportOf(event, world.sources);
};

test.describe('an event is sourced', () => {
  test('strongly by three publishers with a primary text among them', () => {
    expect(of('It was. [@agency; @ministry; @court]')).toMatchObject({ sourced: 'strong', publishers: 3, primary: 1 });
  });
  test('fairly by two publishers', () => {
    expect(of('It was. [@agency; @ministry]').sourced).toBe('fair');
  });
  test('thinly by one, however many reference works repeat it', () => {
    expect(of('It was. [@agency; @book]')).toMatchObject({
      sourced: 'thin',
      sources: 2,
      publishers: 1,
      sides: ['armenian', 'international'],
    });
  });
  test('and says how exact its date and its place are', () => {
    expect(of('It was. [@agency]', { date: '2023-02', places: ['camp'] })).toMatchObject({
      datePrecision: 'month',
      placePrecision: 'approximate',
    });
  });
});
