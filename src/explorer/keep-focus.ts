/** Keeps the keyboard in its part of the page where what it stood on goes. */

/** Does something that may take away what has the focus; then `instead` gets it. */
export function keepFocus(act: () => void, instead: HTMLElement | null | undefined): void {
  const { activeElement } = document;
  act();
  const isGone = activeElement !== null && !activeElement.isConnected;
  if (isGone && document.activeElement === document.body) instead?.focus({ preventScroll: true });
}
