import { expect, test } from '@playwright/test';
import { entry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { fairnessOf, partyOf, restsOnReferences } from './fairness.ts';

const { events, sources } = sampleEntries();
const accountsOf = (...sides: string[]) =>
  sides.map((side) => ({ side, says: `${side} said so.`, sources: ['ministry'] }));
const world = sampleWorld({
  events: [
    ...events,
    entry('events', 'both-speak', { title: 'Both speak', accounts: accountsOf('Armenia', 'Azerbaijan') }),
    entry(
      'events',
      'others-speak',
      { title: 'Others speak', accounts: accountsOf('Nagorno-Karabakh Armenians', 'Russia') },
      'So it is. [@book]\n',
    ),
    entry('events', 'one-rests', {
      title: 'One rests',
      accounts: [{ side: 'Armenia', says: 'No.', sources: [], restsOn: 'event' }, ...accountsOf('Azerbaijan')],
    }),
  ],
  sources: [...sources, entry('sources', 'book', { type: 'reference' })],
});
const fairness = fairnessOf(world);

test.describe('fairness is counted', () => {
  test('by contested events on which both parties speak', () => {
    expect(fairness.contested.map(({ id }) => id)).toEqual(['both-speak', 'one-rests', 'others-speak']);
    expect(fairness.withBothParties.map(({ id }) => id)).toEqual(['both-speak', 'one-rests']);
    expect([fairness.accounts, fairness.accountsOnEvent]).toEqual([6, 1]);
  });

  test('by sources of each kind and side, all of them once', () => {
    expect(fairness.count('agency-news', 'international')).toBe(2);
    expect(fairness.count('reference', 'international')).toBe(1);
    expect(fairness.count('reference', 'armenian')).toBe(0);
  });

  test('by passages that rest on one source, or on reference works only', () => {
    expect(fairness.onReferenceOnly.map(({ mention }) => `${mention.id}: ${mention.text}`)).toEqual([
      'others-speak: So it is.',
    ]);
    expect(fairness.onOneSource.length).toBeLessThanOrEqual(fairness.passages.length);
    expect(fairness.onOneSource).toContain(fairness.onReferenceOnly[0]);
  });

  test('a citation is weak if it names reference works and nothing else', () => {
    expect(restsOnReferences(world, ['book'])).toBe(true);
    expect(restsOnReferences(world, ['book', 'agency'])).toBe(false);
    expect(restsOnReferences(world, ['editors'])).toBe(false);
  });

  test('a party is known by its name', () => {
    expect(['Azerbaijan', 'Armenia', 'Armenian side', 'Nagorno-Karabakh Armenians', 'Russia'].map(partyOf)).toEqual([
      'azerbaijani',
      'armenian',
      'armenian',
      'armenian',
      undefined,
    ]);
  });
});
