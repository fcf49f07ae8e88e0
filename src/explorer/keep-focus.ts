/** Keeps the keyboard in its part of the page where what it stood on goes. */

/** Does something that may take away what has the focus; then `instead` gets it. Returns what was returned. */
export function keepFocus<T>(act: () => T, instead: HTMLElement | null | undefined): T {
  const { activeElement } = document;
  const done = act();
  const isGone = activeElement !== null && !activeElement.isConnected;
  if (isGone && document.activeElement === document.body) instead?.focus({ preventScroll: true });
  return done;
}
