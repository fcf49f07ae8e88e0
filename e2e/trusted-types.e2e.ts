/** No text becomes markup or a script of a page but through the few ways that `src/explorer/markup.ts` and `leaflet-markup.ts` name. */
import { expect, test } from './fixtures.ts';

/** Tries what an intruder would; returns what the browser let through. */
const intrude = (): string[] => {
  const through: string[] = [];
  const { trustedTypes } = globalThis as unknown as {
    trustedTypes: { createPolicy(name: string, rules: object): unknown };
  };
  const attempts: Record<string, () => void> = {
    markup: () => Object.assign(document.createElement('div'), { innerHTML: '<b>not ours</b>' }),
    'a script': () => Object.assign(document.createElement('script'), { src: './elsewhere.js' }),
    'a script’s text': () => Object.assign(document.createElement('script'), { text: 'through.push(1)' }),
    'a frame’s page': () => Object.assign(document.createElement('iframe'), { srcdoc: '<b>not ours</b>' }),
    'a policy of another name': () => trustedTypes.createPolicy('another', { createHTML: (text: string) => text }),
    'a second policy': () => trustedTypes.createPolicy('corridor', { createHTML: (text: string) => text }),
  };
  for (const [name, attempt] of Object.entries(attempts))
    try {
      attempt();
      through.push(name);
    } catch {}
  return through;
};

test.describe('text that is not the site’s', () => {
  for (const [place, path] of [
    ['a page with its live map', 'map/'],
    ['an embed with its live map', 'embed/'],
  ] as const)
    test(`never becomes markup or a script: ${place}`, async ({ page, guard }) => {
      guard.expected.push(/Trusted|trusted-types|Content Security Policy/);
      await page.goto(`./${path}`);
      if (path === 'embed/') await page.getByRole('button', { name: 'Move the map' }).click();
      await expect(page.locator('.live-map.is-drawn')).toBeVisible();
      expect(await page.evaluate(intrude)).toEqual([]);
    });
});
