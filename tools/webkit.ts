/**
 * Goes through the main job in WebKitGTK, the engine of Safari: reading, map, day, event, link, search, and what stands when
 * the live map fails. It needs WebKitGTK's driver, so it is no part of the tests. The last line is always `N passed, N failed`.
 * Usage: npm run build && npm run webkit [-- --dist=dist]. Pictures of what was seen are kept in .bench/webkit/.
 */
import { join } from 'node:path';
import { SiteServer, status } from '../e2e/site-server.ts';
import { builtSite, readArguments } from './command-line.ts';
import { startWebKit, type WebKit } from './webkit/driver.ts';

const PICTURES = '.bench/webkit';
const VIEW = '#map=11/39.74/46.72&day=2023-01-15&focus=2022-12-12-road-blocked&layers=areas,zone,roads,places,events';
/** What the pages threw, said as errors, or did against their policies. */
const heard: string[] = [];
/** Comes first in each page, before its policy is read, and tells this of it. */
const LISTEN = `<script>{
  const tell = (text) => navigator.sendBeacon('/heard', location.pathname + ' ' + text);
  addEventListener('error', ({ message }) => tell('thrown: ' + message));
  addEventListener('unhandledrejection', ({ reason }) => tell('thrown: ' + reason));
  addEventListener('securitypolicyviolation', (broken) => tell('policy: ' + broken.effectiveDirective + ' ' + broken.blockedURI));
  for (const kind of ['error', 'warn'])
    console[kind] = (...words) => tell(kind + ': ' + words.join(' '));
}</script>`;
const LIVE = `document.querySelector('.live-map.is-drawn')`;
const ARROW_RIGHT = '\uE014';
const ENTER = '\uE007';

/** Returns an expression for the text of the first element of a selector. */
const text = (selector: string): string => `(document.querySelector('${selector}')?.textContent ?? '')`;
/** Returns an expression that is true while an element of a selector is seen. */
const seen = (selector: string): string => `document.querySelector('${selector}')?.checkVisibility()`;

/** What a reader sees of a shared view: its day in words, the address, and where each label stands. */
const SEEN = `
  const labels = [...document.querySelectorAll('.live-map .labels text')].map((label) => {
    const { x, y } = label.getBoundingClientRect();
    return [label.textContent, Math.round(x), Math.round(y)].join(' ');
  });
  return JSON.stringify([location.hash, document.querySelector('.said').textContent, labels.sort()]);`;

type Check = (webkit: WebKit, site: SiteServer) => Promise<void>;

/** What a reader is promised, each with how it is seen. One follows the other in the same window. */
const PROMISES: readonly (readonly [promise: string, check: Check])[] = [
  [
    'the still map stands where the live one cannot be loaded, which is said',
    async (webkit, site) => {
      // First of all, because later the service worker has a copy.
      site.spoil(/data\/map\.json/, status(503));
      await webkit.open(`${site.url}map/`);
      await webkit.until(`${text('.notice')}.includes('the still map stays')`);
      await webkit.until(seen('corridor-map > .map-svg'));
      await webkit.picture(join(PICTURES, 'still.png'));
      await webkit.open('about:blank');
      if (!heard.some((text) => text.includes('The live map could not start')))
        throw new Error('The console says nothing of it.');
      heard.length = 0;
      site.mend();
      listen(site);
    },
  ],
  [
    'the explainer reads whole, with its still map',
    async (webkit, site) => {
      await webkit.open(site.url);
      await webkit.until(`${text('h1')}.includes('The Lachin corridor')`);
      await webkit.until(`document.querySelectorAll('.chapter').length === 9`);
      await webkit.until(seen('corridor-map .map-svg'));
    },
  ],
  [
    'the typefaces come',
    async (webkit) => {
      await webkit.until(
        `[...document.fonts].some(({ family, status }) => /Source/.test(family) && status === 'loaded')`,
      );
      await webkit.until(`document.documentElement.style.getPropertyValue('--serif') !== ''`);
      await webkit.picture(join(PICTURES, 'home.png'));
    },
  ],
  [
    'the live map takes the still one’s place',
    async (webkit, site) => {
      await webkit.open(`${site.url}map/`);
      await webkit.until(LIVE);
      await webkit.until(seen('.live-map .labels text'));
      await webkit.picture(join(PICTURES, 'map.png'));
    },
  ],
  [
    'the day changes by key, and the sentence and the address follow',
    async (webkit) => {
      await webkit.type('corridor-day input[type=range]', ARROW_RIGHT);
      await webkit.until(`/^24.April.2023/.test(${text('.said')})`);
      await webkit.until(`location.hash.includes('day=2023-04-24')`);
    },
  ],
  [
    'an event is chosen on the map, and opened',
    async (webkit, site) => {
      await webkit.open(`${site.url}map/#map=11/39.62/46.56&day=2023-07-01&focus=none&layers=roads,places,events`);
      await webkit.until(LIVE);
      await webkit.type('.live-map .mark[aria-label*="Hakari bridge"]', ENTER);
      await webkit.until(`location.hash.includes('focus=hakari-bridge')`);
      await webkit.picture(join(PICTURES, 'chosen.png'));
      await webkit.press('.chosen a[href*="/events/2023-04-23-checkpoint/"]');
      await webkit.until(`location.pathname.endsWith('/events/2023-04-23-checkpoint/')`);
      await webkit.until(`${text('h1')}.includes('checkpoint')`);
      await webkit.picture(join(PICTURES, 'event.png'));
    },
  ],
  [
    'a link opens on what the sender saw, to the place of every label',
    async (webkit, site) => {
      await webkit.open(`${site.url}map/${VIEW}`);
      await webkit.until(LIVE);
      await webkit.press('.leaflet-control-zoom-in');
      await webkit.until(`location.hash.startsWith('#map=11.5/')`);
      const sent = await settled(webkit);
      const link = await webkit.ask<string>('return location.href');
      await webkit.open(link);
      await webkit.until(LIVE);
      const received = await settled(webkit);
      if (received !== sent) throw new Error(`The sender saw ${sent}, the receiver ${received}`);
      await webkit.picture(join(PICTURES, 'shared.png'));
    },
  ],
  [
    'the timeline brings the map to an event',
    async (webkit, site) => {
      await webkit.open(`${site.url}timeline/`);
      await webkit.until(LIVE);
      await webkit.type('.event-row[data-event="2022-12-12-road-blocked"] .show', ENTER);
      await webkit.until(`location.hash.includes('focus=2022-12-12-road-blocked')`);
      await webkit.picture(join(PICTURES, 'timeline.png'));
    },
  ],
  [
    'the road answers for a day',
    async (webkit, site) => {
      await webkit.open(`${site.url}road/#day=2021-05-05`);
      await webkit.until(`${text('.answer')} === 'Yes, to ordinary traffic.'`);
      await webkit.picture(join(PICTURES, 'road.png'));
    },
  ],
  [
    'the search finds a place by its name in any script',
    async (webkit, site) => {
      await webkit.open(`${site.url}search/`);
      await webkit.until(`document.querySelector('#search-field')?.disabled === false`);
      for (const name of ['Berdzor', 'Laçın', 'Բերձոր', 'Лачин']) {
        await webkit.ask(`document.querySelector('#search-field').value = ''`);
        await webkit.type('#search-field', name);
        await webkit.until(`${text('.results li')}.includes('Lachin / Berdzor')`);
      }
      await webkit.picture(join(PICTURES, 'search.png'));
    },
  ],
  [
    'an embed becomes the live map when it is asked to',
    async (webkit, site) => {
      await webkit.open(`${site.url}embed/`);
      await webkit.until(seen('[data-act="start"]'));
      await webkit.press('[data-act="start"]');
      await webkit.until(LIVE);
      await webkit.until(`!${seen('[data-act="start"]')}`);
      await webkit.picture(join(PICTURES, 'embed.png'));
    },
  ],
  [
    'a narrow window shows map and day without a scroll to the side',
    async (webkit, site) => {
      await webkit.resize(390, 844);
      for (const path of ['', 'map/', 'timeline/', 'road/', 'events/2023-04-23-checkpoint/']) {
        await webkit.open(`${site.url}${path}`);
        await webkit.until(`document.readyState === 'complete'`);
        await webkit.until('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
        if (path === 'map/') await webkit.until(LIVE);
        await webkit.picture(join(PICTURES, `narrow-${path.split('/')[0] || 'home'}.png`));
      }
    },
  ],
  [
    'what was read once is there without a network, with its live map',
    async (webkit, site) => {
      await webkit.open(site.url);
      await webkit.until(
        `(navigator.serviceWorker.getRegistration().then((kept) => (window.isKept = kept?.active?.state === 'activated')), window.isKept)`,
      );
      await site.stop();
      await webkit.open(`${site.url}map/`);
      await webkit.until(LIVE);
    },
  ],
];

/** Returns what is seen, as soon as it is the same twice. */
async function settled(webkit: WebKit): Promise<string> {
  let before = '';
  for (let tries = 0; tries < 40; tries += 1) {
    const now = await webkit.ask<string>(SEEN);
    if (now === before) return now;
    before = now;
    await new Promise((again) => setTimeout(again, 400));
  }
  throw new Error('The map does not come to rest.');
}

/** Tells how a promise was kept; returns whether it was. */
function tell(promise: string, problem?: string): boolean {
  console.log(problem === undefined ? `✓ ${promise}` : `✘ ${promise}\n    ${problem}`);
  return problem === undefined;
}

/** Goes through every promise; returns how many were kept, and how many not. */
async function goThrough(webkit: WebKit, site: SiteServer): Promise<{ passed: number; failed: number }> {
  const kept: boolean[] = [];
  listen(site);
  for (const [promise, check] of PROMISES)
    kept.push(
      await check(webkit, site).then(
        () => tell(promise),
        (error: Error) => tell(promise, error.message),
      ),
    );
  kept.push(tell('nothing is thrown, said as an error, or against a policy', heard.join('\n    ') || undefined));
  const passed = kept.filter(Boolean).length;
  return { passed, failed: kept.length - passed };
}

/** Adds the listener to each page, and takes what it tells. */
function listen(site: SiteServer): void {
  site.spoil(/(?:^|\/|\.html)$/, (response, body) => {
    response.writeHead(body.length > 0 ? 200 : 404, { 'content-type': 'text/html;charset=utf-8' });
    response.end(body.toString('utf8').replace('<head>', `<head>${LISTEN}`));
  });
  site.spoil(/^heard$/, (response) => {
    let text = '';
    response.req.on('data', (part) => {
      text += part;
    });
    response.req.on('end', () => {
      heard.push(text);
      response.writeHead(204).end();
    });
  });
}

const { values } = readArguments('npm run build && npm run webkit [-- --dist=dist]', {
  options: { dist: { type: 'string', default: 'dist' } },
});
const site = new SiteServer(builtSite(values.dist), '/');
let result = { passed: 0, failed: 1 };
try {
  const webkit = await startWebKit();
  try {
    await site.start();
    console.log(`WebKitGTK ${webkit.version}`);
    result = await goThrough(webkit, site);
  } finally {
    await webkit.close();
    await site.stop();
  }
} catch (error) {
  console.error((error as Error).message);
}
console.log(`${result.passed} passed, ${result.failed} failed`);
process.exitCode = result.failed > 0 ? 1 : 0;
