/**
 * The one way by which markup made of our own data comes into a page. Where the browser has Trusted Types, no other text is
 * taken as markup, and no script can open a second way: the policy of the page names this one.
 */
import { trustedTypes } from './trusted-types.ts';

/**
 * What markup of ours never holds: elements that run, load or send something, and after any `<`, since a `>` in quotes ends no
 * tag, handlers and links that are neither of this site nor of the web.
 */
const ACTIVE =
  /<\/?(?:script|style|link|meta|base|iframe|object|embed|form)\b|<[^<]*(?:[\s"'/]on\w+\s*=|href\s*=(?!"(?:https?:\/|[/#])))/i;

/** Returns markup that can run nothing. Throws if it could. */
export function stillMarkup(markup: string): string {
  if (ACTIVE.test(markup)) throw new TypeError('This markup is not ours.');
  return markup;
}

const policy = trustedTypes?.createPolicy('corridor', { createHTML: stillMarkup });

/** Fills an element with markup made of our own data. */
export function setMarkup(element: Element, markup: string): void {
  element.innerHTML = policy ? policy.createHTML(markup) : stillMarkup(markup);
}
