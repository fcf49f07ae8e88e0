/** Where the address holds what the reader sees, the link over the page's head leads to the text without taking its place there. */
export function keepAddressBySkipLink(): void {
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    const text = document.querySelector('main');
    if (location.hash === '' || !text) return;
    event.preventDefault();
    text.tabIndex = -1;
    text.focus();
    // The next step by key goes on from there all the same, and a press amid the text brings no focus.
    text.removeAttribute('tabindex');
  });
}
