/** What a reader means by a date in a field. A browser tells of each digit that is typed. */
import type { Day } from '../model/dates.ts';

/**
 * Returns the day that stands in a field, if it is one of the field's days. Another date, such as one with half a year, is not
 * meant before the reader is done with the field: then it is the nearest of its days, and with a year before 1000 none.
 */
export function dayMeant({ value, min, max, validity }: HTMLInputElement, isDone: boolean): Day | undefined {
  if (validity.valid) return value || undefined;
  if (!isDone || value < '1') return undefined;
  // Not by its letters: a year may have five digits.
  return validity.rangeUnderflow ? min : max;
}

/** Tells whether nothing stands in a field, not even a part of a date. */
export const isCleared = ({ value, validity }: HTMLInputElement): boolean => !value && !validity.badInput;

/**
 * Has each day that a reader types or picks chosen; `isLater` for all but the first of one visit to the field, or after a step
 * back. Left with something else in it, the field has the day again that holds.
 */
export function hearDays(
  field: HTMLInputElement,
  choose: (day: Day, isLater: boolean) => void,
  holds: () => Day | undefined,
): void {
  // The document forgets the focus for a moment when it goes from the month to the day.
  let isIn = document.activeElement === field;
  let isLater = false;
  const hear = (isDone: boolean): void => {
    const day = dayMeant(field, isDone);
    if (day) {
      choose(day, isLater);
      isLater = true;
    }
    if (isDone) field.value = day ?? holds() ?? '';
  };
  field.addEventListener('focus', () => {
    isIn = true;
    isLater = false;
  });
  field.addEventListener('blur', () => {
    isIn = false;
    if (!field.validity.valid) hear(true);
  });
  addEventListener('popstate', () => {
    isLater = false;
  });
  field.addEventListener('change', () => hear(!isIn || isCleared(field)));
  field.addEventListener('keydown', ({ key }) => key === 'Enter' && hear(true));
}

/** Puts a day into a field, unless a reader is in the middle of typing another there. */
export function showDay(field: HTMLInputElement, day: Day): void {
  const isTyped = document.activeElement === field && !field.validity.valid;
  if (field.value !== day && !isTyped) field.value = day;
}
