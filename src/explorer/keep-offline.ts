/**
 * Asks for the service worker, which keeps the site to be read without a network. A reader who saves data is not asked to
 * load it; where the browser has none, or refuses, the page is as it was. In dev there is none to ask for (`build/dev-worker.ts`).
 */
interface Browser {
  readonly connection?: { readonly saveData?: boolean };
}
/** Not those of `trusted-types.ts`: this script comes with every page, and a file more would weigh more than it. */
interface WithTrustedTypes {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(address: string): string };
  };
}

async function keep(): Promise<void> {
  if (import.meta.env.DEV || (navigator as Browser).connection?.saveData) return;
  const createScriptURL = (): string => `${import.meta.env.BASE_URL}sw.js`;
  const policy = (globalThis as WithTrustedTypes).trustedTypes?.createPolicy('worker', { createScriptURL });
  await navigator.serviceWorker.register((policy ?? { createScriptURL }).createScriptURL(''));
}

keep().catch(() => {});
