/**
 * Asks for the service worker, which keeps the site to be read without a network. A reader who saves data is not asked to
 * load it; where the browser has none, or refuses, the page is as it was.
 */
const keep = async (): Promise<unknown> =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ||
  navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`);

keep().catch(() => {});
