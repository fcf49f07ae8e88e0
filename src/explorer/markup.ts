/**
 * The one way by which markup made of our own data comes into a page. Where the browser has Trusted Types, no other text is
 * taken as markup, and no script can open a second way: the policy of the page names this one.
 */
import { trustedTypes } from './trusted-types.ts';

/**
 * A tag of ours: no element that runs, loads or sends something, attributes in double quotes, no handler, and links that lead to
 * this site or to the web. What a text says of tags is escaped, so it holds no `<`.
 */
const TAG =
  /<\/?(?!(?:script|style|link|meta|base|i?frame|object|embed|form|animate|set)\b)[a-z][\w-]*(?:\s+(?!on|(?:[\w:-]*href|(?:form)?action)="(?!https?:\/|[/#]))[a-z][\w:-]*(?:="[^"]*")?)*\s*\/?>/gi;

/** Returns markup that can run nothing. Throws if it could. */
export function stillMarkup(markup: string): string {
  if (markup.replace(TAG, '').includes('<')) throw new TypeError('This markup is not ours.');
  return markup;
}

const policy = trustedTypes?.createPolicy('corridor', { createHTML: stillMarkup });

/** Fills an element with markup made of our own data. */
export function setMarkup(element: Element, markup: string): void {
  element.innerHTML = policy ? policy.createHTML(markup) : stillMarkup(markup);
}

/** What elements were last filled with here. What stands there does not tell: a browser writes markup otherwise than it was given. */
const written = new WeakMap<Element, string>();

/** Fills an element as `setMarkup` does, unless it was filled with just that: who is in it keeps the focus, and what is selected. */
export function renewMarkup(element: Element, markup: string): void {
  if (written.get(element) === markup) return;
  setMarkup(element, markup);
  written.set(element, markup);
}

/** Puts a text into an element, unless it stands there or was put there last: what a reader has had translated since is left so. */
export function putText(element: Element, text: string): void {
  if ((written.get(element) ?? element.textContent) === text) return;
  written.set(element, text);
  element.textContent = text;
}
