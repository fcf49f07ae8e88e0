/** "What is here?": fills a panel with what the map holds at a point. Loaded when it is first asked. */
import { wordDay, wordSpan } from '../i18n/word-dates.ts';
import { positionText } from '../model/coordinates.ts';
import { escapeMarkup } from '../model/map-drawing.ts';
import { statusWords } from '../model/text-twin.ts';
import type { WhatIsHere } from '../model/what-is-here.ts';
import type { MapPlace } from '../model/world.ts';
import { setMarkup } from './markup.ts';

const metres = (away: number): string =>
  away < 30 ? 'here' : away < 1000 ? `${Math.round(away / 10) * 10} m away` : `${(away / 1000).toFixed(1)} km away`;

/** Shows the panel with its answer, and brings the reader there who awaits it. `base` is the site's address, with its slash. */
export function showHere(
  panel: HTMLElement,
  here: WhatIsHere,
  at: { readonly lat: number; readonly lon: number; readonly day: string },
  base: string,
  isAwaited: boolean,
): void {
  const section = (title: string, rows: readonly string[]): string =>
    rows.length > 0 ? `<h3>${title}</h3><ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul>` : '';
  const place = ({ what, away }: { readonly what: MapPlace; readonly away: number }): string =>
    `<a href="${base}places/${what.id}/">${escapeMarkup(what.label.join(' / '))}</a>${what.kind === 'checkpoint' ? ', checkpoint' : ''}, ${metres(away)}`;
  const areas = here.areas.map(
    (area) =>
      `${escapeMarkup(area.feature.name)}: ${area.isUnsure ? 'its edge is too near, and drawn too roughly, to tell in from out' : 'this point lies in it'}; ${statusWords(area)}`,
  );
  const roads = here.roads.map(
    ({ what, away }) => `${escapeMarkup(what.feature.name)}: ${statusWords(what)}; ${metres(away)}`,
  );
  const border =
    here.border === undefined
      ? []
      : [
          `${here.border < 30 ? 'Here' : metres(here.border)}, as OpenStreetMap maps the internationally recognised line; much of it is not demarcated`,
        ];
  const events = here.events.map(
    ({ what }) =>
      `${wordSpan(what.date, what.endDate)}: <a href="${base}events/${what.id}/">${escapeMarkup(what.title)}</a>`,
  );
  const lists = [
    section('Areas and lines', areas),
    section('Roads', roads),
    section('State border', border),
    section(here.nearest ? 'Nearest place' : 'Places', (here.nearest ? [here.nearest] : here.places).map(place)),
    section('Events here or about here, up to this day', events),
  ].join('');
  setMarkup(
    panel,
    `<h2 tabindex="-1">What is here on ${wordDay(at.day)}?</h2><button type="button" class="button" data-act="close-here" aria-label="Close">×</button><p class="position">${positionText(at)}</p>${lists || '<p>The map holds nothing here.</p>'}`,
  );
  panel.hidden = false;
  const heading = panel.querySelector('h2');
  if (isAwaited) heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'nearest' });
  // The box around it, because the panel may be longer than the box, which scrolls: Firefox would then move the page too.
  panel.parentElement?.scrollIntoView({ block: 'nearest' });
}
