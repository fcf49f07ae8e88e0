import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import { entry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { calendar } from './data-calendar.ts';

test('the calendar holds no remark of its authors, and no sign of a heading', () => {
  const body = '### At noon\n\nIt happened. [@agency]\n\n{/* Ask the lawyer. */}\n';
  const { events } = sampleWorld({ events: [...sampleEntries().events, entry('events', 'at-last', {}, body)] });
  const text = calendar(events, 'Events', '2024-01-01', (path) => `https://a.example/${path}`);
  const told = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => event.getFirstPropertyValue('description'));
  expect(told).toContain('At noon It happened.');
  expect(text).not.toContain('lawyer');
});
