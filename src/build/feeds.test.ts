import { expect, test } from '@playwright/test';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { entry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { correctionFeed, eventFeed, jsonFeedOf, rssOf } from './feeds.ts';

const absolute = (path: string): string => `https://a.example/repo/${path}`;
const world = sampleWorld({
  places: sampleEntries().places.map((place) =>
    place.id === 'camp'
      ? { ...place, data: { ...place.data, corrections: [{ on: '2024-04-01', what: 'It stood elsewhere.' }] } }
      : place,
  ),
  events: [
    ...sampleEntries().events,
    entry('events', 'at-last', {
      title: 'Words & <tags> in "a title"',
      date: '2024',
      corrections: [
        { on: '2024-03-01', what: 'The year was wrong.' },
        { on: '2024-05-01', what: 'The place was wrong, too.' },
      ],
    }),
  ],
});

test.describe('a feed', () => {
  test('of events begins with the latest, and a year that is all we know stands for its first day', async () => {
    const feed = eventFeed(world, absolute);
    const { items } = parseRssFeed(await (await rssOf(feed, 'feed.xml', absolute)).text());
    expect(items?.[0]).toMatchObject({
      title: 'Words & <tags> in "a title"',
      link: 'https://a.example/repo/events/at-last/',
      description: '2024. It happened.',
      pubDate: 'Mon, 01 Jan 2024 00:00:00 GMT',
    });
    expect(items?.length).toBe(world.events.length);
  });

  test('holds no remark of its authors, and no sign of a list', async () => {
    const body = '{/* Ask the lawyer. */}\n\n- It happened. [@agency]\n- It rained. [@agency]\n';
    const { items } = eventFeed(
      sampleWorld({ events: [...sampleEntries().events, entry('events', 'at-last', { date: '2024' }, body)] }),
      absolute,
    );
    expect(items[0]?.text).toBe('2024. It happened. It rained.');
  });

  test('of corrections has each once, the latest first, with a link to where it stands', async () => {
    const feed = correctionFeed(world, absolute);
    const told = parseJsonFeed(await jsonFeedOf(feed, 'corrections.json', absolute).text());
    expect(told.items?.map(({ url, content_text, date_published }) => ({ url, content_text, date_published }))).toEqual(
      [
        {
          url: 'https://a.example/repo/events/at-last/#correction-2',
          content_text: 'The place was wrong, too.',
          date_published: expect.anything(),
        },
        {
          url: 'https://a.example/repo/places/camp/#correction-1',
          content_text: 'It stood elsewhere.',
          date_published: expect.anything(),
        },
        {
          url: 'https://a.example/repo/events/at-last/#correction-1',
          content_text: 'The year was wrong.',
          date_published: expect.anything(),
        },
      ],
    );
    const rss = parseRssFeed(await (await rssOf(feed, 'corrections.xml', absolute)).text());
    expect(new Set(rss.items?.map(({ guid }) => guid?.value)).size).toBe(3);
  });
});
