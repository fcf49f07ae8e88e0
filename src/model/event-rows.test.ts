import { expect, test } from '@playwright/test';
import { eventRows } from './event-rows.ts';
import type { MapEvent } from './world.ts';

const event: MapEvent = {
  id: '2023-04-23-checkpoint',
  title: 'A <b>post</b> & "more"',
  date: '2023-04-23',
  phase: 'checkpoint',
  kind: 'infrastructure',
  significance: 3,
  place: 'hakari-bridge',
  lon: 46.57,
  lat: 39.57,
};

test.describe('the list of events', () => {
  test('puts an event under its phase, with its day and a link to its page', () => {
    const markup = eventRows([event], { base: '/repo/', level: 3 });
    expect(markup).toContain(
      '<h3 id="phase-checkpoint">The checkpoint</h3><ol role="list"><li class="event-row major" data-event="2023-04-23-checkpoint" data-kind="infrastructure">',
    );
    expect(markup).toContain('<time datetime="2023-04-23">23\u00a0April\u00a02023</time>');
    expect(markup).toContain('href="/repo/events/2023-04-23-checkpoint/"');
  });

  test('has more words only where there are some', () => {
    const options = { base: '/', level: 2, aboutOf: () => '1 event' } as const;
    expect(eventRows([event], { ...options, summaryOf: () => '' })).not.toContain('summary');
    const markup = eventRows([event], { ...options, summaryOf: () => 'At noon …' });
    expect(markup).toContain('<p class="summary">At noon …</p>');
    expect(markup).toContain('<p>1 event</p>');
  });

  test('shows a title as text, whatever it holds', () => {
    const markup = eventRows([event], { base: '/', level: 2 });
    expect(markup).not.toContain('<b>');
    expect(markup).toContain('A &#60;b&#62;post&#60;/b&#62; &#38; &#34;more&#34;');
  });
});
