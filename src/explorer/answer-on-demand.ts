/**
 * The road's answer for another day: `corridor-road.ts` comes at once with the calendar, which it makes a slider; on the page of one
 * period when a reader turns to the field for a date, or with a link to a day. It then looks at both, and hears them from there on.
 */
const ask = document.querySelector('.road-answer input') as HTMLInputElement;
const notice = document.querySelector('.road-answer .notice') as HTMLElement;
const come = (): Promise<unknown> =>
  import('./corridor-road.ts').catch(() => {
    notice.textContent = 'The answer did not come. Reload the page.';
  });

ask.disabled = false;
ask.onfocus = window.onhashchange = come;
ask.onchange = () => {
  // As `corridor-road.ts` says it, which takes it back.
  notice.textContent = 'The answer is slow to come.';
  void come();
};
if (location.hash || document.querySelector('.calendar-days')) void come();
