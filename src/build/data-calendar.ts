/** The events as a calendar to take away: iCalendar, RFC 5545. */
import ICAL from 'ical.js';
import { dayNumber, dayOfNumber } from '../model/day-numbers.ts';
import { firstDayOf, lastDayOf } from '../model/partial-dates.ts';
import { oneLine } from '../model/plain-text.ts';
import { bodyWords } from '../model/prose.ts';
import type { WorldEvent } from '../model/world.ts';
import type { Absolute } from './address.ts';

/** Folds the lines of a calendar anew: 75 octets at most, as RFC 5545 (3.1) asks, and no letter cut in two. */
function folded(text: string): string {
  const encoder = new TextEncoder();
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      let [out, octets] = ['', 0];
      for (const letter of line) {
        const size = encoder.encode(letter).length;
        if (octets + size > 75) {
          out += '\r\n ';
          octets = 1;
        }
        out += letter;
        octets += size;
      }
      return out;
    })
    .join('\r\n');
}

/** Returns the events as a calendar of whole days: the month or year where no day is known. */
export function calendar(events: readonly WorldEvent[], name: string, stamp: string, absolute: Absolute): string {
  const root = new ICAL.Component('vcalendar');
  root.addPropertyWithValue('version', '2.0');
  root.addPropertyWithValue('prodid', `-//${oneLine(name)}//Events//EN`);
  root.addPropertyWithValue('x-wr-calname', oneLine(name));
  for (const event of events) {
    const item = new ICAL.Component('vevent');
    const day = (text: string) => ICAL.Time.fromDateString(text);
    const last = lastDayOf(event.endDate ?? event.date);
    item.addPropertyWithValue('uid', `${event.id}@${new URL(absolute('')).host}`);
    item.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${stamp}T00:00:00Z`));
    item.addPropertyWithValue('dtstart', day(firstDayOf(event.date)));
    // The end of a whole day is the day after.
    item.addPropertyWithValue('dtend', day(dayOfNumber(dayNumber(last) + 1)));
    item.addPropertyWithValue('summary', oneLine(event.title));
    item.addPropertyWithValue('description', bodyWords(event.body));
    item.addPropertyWithValue('url', absolute(`events/${event.id}/`));
    item.addPropertyWithValue('geo', [event.lat, event.lon] as never);
    item.addPropertyWithValue('transp', 'TRANSPARENT');
    root.addSubcomponent(item);
  }
  return folded(`${root.toString()}\r\n`);
}
