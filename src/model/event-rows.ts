/** The list of events by phase as markup: printed into the timeline page, and put into the map page by its script. */
import { wordSpan } from '../i18n/word-dates.ts';
import { KIND_WORDS, PHASE_WORDS } from '../i18n/words.ts';
import { escapeMarkup } from './map-drawing.ts';
import type { MapEvent } from './world.ts';

export interface EventRowsOptions {
  /** The site's base address, with its final slash. */
  readonly base: string;
  /** The level of the phases' headings. */
  readonly level: 2 | 3;
  /** A class for the part of each phase. */
  readonly phaseClass?: string | undefined;
  /** More words for a row, as markup; none if empty. */
  readonly summaryOf?: ((event: MapEvent) => string) | undefined;
  /** More words for the head of a phase. */
  readonly aboutOf?: ((phase: MapEvent['phase']) => string) | undefined;
}

/** Returns the list as markup. A row opens the event's page; where a script runs, it gets a button that shows it on the map. */
export function eventRows(
  events: readonly MapEvent[],
  { base, level, phaseClass, summaryOf, aboutOf }: EventRowsOptions,
): string {
  const row = (event: MapEvent): string => {
    const words = summaryOf?.(event);
    const summary = words ? `<p class="summary">${words}</p>` : '';
    return `<li class="event-row${event.significance === 3 ? ' major' : ''}" data-event="${event.id}" data-kind="${event.kind}"><time datetime="${event.date}">${wordSpan(event.date, event.endDate)}</time> <a class="what" href="${base}events/${event.id}/">${escapeMarkup(event.title)}</a> ${summary}<p class="more"><span class="kind">${KIND_WORDS[event.kind]}</span></p></li>`;
  };
  const part = phaseClass ? ` class="${phaseClass}"` : '';
  const phases = Object.keys(PHASE_WORDS) as (keyof typeof PHASE_WORDS)[];
  return phases
    .map((phase) => {
      const rows = events.filter((event) => event.phase === phase).map(row);
      const heading = `<h${level} id="phase-${phase}">${PHASE_WORDS[phase]}</h${level}>`;
      const head = aboutOf ? `<div class="phase-head">${heading}<p>${aboutOf(phase)}</p></div>` : heading;
      return `<section${part} aria-labelledby="phase-${phase}">${head}<ol role="list">${rows.join('')}</ol></section>`;
    })
    .join('');
}
