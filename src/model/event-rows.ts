/** The list of events by phase as markup: printed into the timeline page, and put into the map page by its script. */
import { KIND_WORDS, PHASE_WORDS, wordSpan } from '../i18n/words.ts';
import { escapeMarkup } from './map-drawing.ts';
import type { MapEvent } from './world.ts';

export interface EventRowsOptions {
  /** The site's base address, with its final slash. */
  readonly base: string;
  /** The level of the phases' headings. */
  readonly level: 2 | 3;
  /** More words for a row, as markup. */
  readonly summaryOf?: ((event: MapEvent) => string) | undefined;
}

/** Returns the list as markup. A row opens the event's page; its button, where a script runs, shows it on the map. */
export function eventRows(events: readonly MapEvent[], { base, level, summaryOf }: EventRowsOptions): string {
  const row = (event: MapEvent): string => {
    const title = escapeMarkup(event.title);
    const summary = summaryOf ? `<div class="summary">${summaryOf(event)}</div>` : '';
    return `<li class="event-row${event.significance === 3 ? ' major' : ''}" data-event="${event.id}"><span class="when"><time datetime="${event.date}">${wordSpan(event.date, event.endDate)}</time> <span class="kind">${KIND_WORDS[event.kind]}</span></span> <a class="what" href="${base}events/${event.id}/">${title}</a> ${summary}<button type="button" class="show needs-script" aria-label="Show on map: ${title}">Show on map</button></li>`;
  };
  const phases = Object.keys(PHASE_WORDS) as (keyof typeof PHASE_WORDS)[];
  return phases
    .map((phase) => {
      const rows = events.filter((event) => event.phase === phase).map(row);
      return `<section aria-labelledby="phase-${phase}"><h${level} id="phase-${phase}">${PHASE_WORDS[phase]}</h${level}><ol role="list">${rows.join('')}</ol></section>`;
    })
    .join('');
}
