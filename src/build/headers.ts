/**
 * The headers that a server sends with each file, as rules by path, and these rules in the words of each kind of server. No
 * header of a path stands in two rules: where two hold, one host joins the values, another takes the last.
 *
 * A page's policy names its own inline script and styles by their hashes, in its meta element. Policies intersect, so the
 * header of a path lets through what the pages below it name, taken together, and says what a meta element cannot: who may
 * frame them. It is made from the built pages; pages and headers are published together.
 */

export interface HeaderRule {
  /** One path, or all below one: `/`, `/404.html`, `/events/*`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface BuiltFile {
  /** Its path in the built folder, such as `events/x/index.html`. */
  readonly file: string;
  /** What its meta element says, if it is a page. */
  readonly policy?: string | undefined;
}

/** What holds for every answer. */
const ALWAYS: HeaderRule['headers'] = {
  'X-Content-Type-Options': 'nosniff',
  // Who follows a link to a source does not tell it where from.
  'Referrer-Policy': 'same-origin',
  // Copying a link is all that the pages ask of the browser, and handing it on, which not every browser knows by a name.
  'Permissions-Policy': [
    'clipboard-write=(self)',
    ...[
      'accelerometer',
      'autoplay',
      'camera',
      'clipboard-read',
      'display-capture',
      'encrypted-media',
      'fullscreen',
      'geolocation',
      'gyroscope',
      'hid',
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'picture-in-picture',
      'publickey-credentials-get',
      'screen-wake-lock',
      'serial',
      'usb',
      'xr-spatial-tracking',
    ].map((feature) => `${feature}=()`),
  ].join(', '),
};

/** How long a copy of the files below a folder may be used unasked; the names in `_astro` and `offline` hold the hash of what they name. */
const KEPT: Readonly<Record<string, string>> = {
  _astro: 'public, max-age=31536000, immutable',
  offline: 'public, max-age=31536000, immutable',
  fonts: 'public, max-age=86400, stale-while-revalidate=604800',
  cards: 'public, max-age=86400',
};

/** Returns how copies of the files below a folder of the site may be used; all but those kept are asked for anew each time. */
export const cacheControlOf = (folder: string): string => KEPT[folder] ?? 'no-cache';

/** A page that nobody may frame, and that shares no window with a page of others. */
const ALONE = { 'X-Frame-Options': 'DENY', 'Cross-Origin-Opener-Policy': 'same-origin' };
/** What other sites may read with scripts: files to take away, and embeds, which often have no origin of their own. */
const OPEN = { 'Access-Control-Allow-Origin': '*' };
const OPEN_FOLDERS: readonly string[] = ['cite', 'data', 'embed', 'oembed'];

/** Returns the directives of a policy. */
function directivesOf(policy: string): Map<string, readonly string[]> {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  return new Map(directives.filter(([name]) => name).map(([name = '', ...sources]) => [name, sources]));
}

/** Returns the policy that lets through what each of some policies does. */
export function joinPolicies(policies: readonly string[]): string {
  const joined = new Map<string, Set<string>>();
  for (const policy of policies)
    for (const [name, sources] of directivesOf(policy))
      joined.set(name, new Set([...(joined.get(name) ?? []), ...sources]));
  return [...joined].map(([name, sources]) => [name, ...[...sources].sort()].join(' ')).join('; ');
}

/** Returns the path of the rule that a built file falls under: its folder, or in `embed/` the folder below; a file of its own. */
export function pathOf(file: string): string {
  const folders = file.split('/').slice(0, -1);
  const depth = folders[0] === 'embed' ? 2 : 1;
  if (folders.length >= depth) return `${folders.slice(0, depth).join('/')}/*`;
  return file.replace(/(^|\/)index\.html$/, '$1');
}

/** Returns the rules for a built site, in order of path. `base` begins and ends with a slash. */
export function headerRules(base: string, files: readonly BuiltFile[]): HeaderRule[] {
  const policies = new Map<string, string[]>();
  for (const { file, policy } of files) {
    const path = pathOf(file);
    policies.set(path, [...(policies.get(path) ?? []), ...(policy === undefined ? [] : [policy])]);
  }
  const rules = [...policies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, own]): HeaderRule => {
      const [folder = ''] = path.split('/');
      const isEmbed = folder === 'embed';
      const policy = joinPolicies(own);
      return {
        path: base + path,
        headers: {
          ...(policy && { 'Content-Security-Policy': isEmbed ? policy : `${policy}; frame-ancestors 'none'` }),
          ...(policy && !isEmbed && ALONE),
          ...((OPEN_FOLDERS.includes(folder) || /^(?:feed|corrections)\.\w+$/.test(path)) && OPEN),
          'Cache-Control': cacheControlOf(folder),
        },
      };
    });
  return [{ path: `${base}*`, headers: ALWAYS }, ...rules];
}

/** Returns the rules as Netlify and Cloudflare Pages read them, in the file `_headers`. They send a page also, or only, at its address without `.html`. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .flatMap((rule) => (rule.path.endsWith('.html') ? [rule, { ...rule, path: rule.path.slice(0, -5) }] : rule))
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** Returns every header's values by path. */
function byHeader(rules: readonly HeaderRule[]): Map<string, { readonly path: string; readonly value: string }[]> {
  const found = new Map<string, { readonly path: string; readonly value: string }[]>();
  for (const { path, headers } of rules)
    for (const [name, value] of Object.entries(headers)) found.set(name, [...(found.get(name) ?? []), { path, value }]);
  return found;
}

/** The name of nginx's variable that holds a header's value; sites on one server have different bases. */
const variable = (base: string, header: string): string =>
  `$${`site${base}${header}`.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;

/** Returns the rules for nginx, as maps from path to value; they stand outside `server`. */
export function nginxMaps(base: string, rules: readonly HeaderRule[]): string {
  const pattern = (path: string): string => {
    const plain = path.replace(/[.+]/g, '\\$&');
    if (plain.endsWith('*')) return `~^${plain.slice(0, -1)}`;
    return plain.endsWith('/') ? `~^${plain}(?:index\\.html)?$` : `~^${plain}$`;
  };
  return [...byHeader(rules)]
    .map(([name, values]) =>
      [
        `map $uri ${variable(base, name)} {`,
        ...values.map(({ path, value }) => `  "${pattern(path)}" "${value}";`),
        '}\n',
      ].join('\n'),
    )
    .join('\n');
}

/** Returns the lines by which nginx sends the headers; they stand in `server` or in a `location`. */
export function nginxHeaders(base: string, rules: readonly HeaderRule[]): string {
  return [...byHeader(rules).keys()].map((name) => `add_header ${name} ${variable(base, name)} always;\n`).join('');
}

/** Returns the rules for Caddy. */
export function caddyHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .flatMap(({ path, headers }) =>
      Object.entries(headers).map(([name, value]) => `header ${path} ${name} ${JSON.stringify(value)}\n`),
    )
    .join('');
}
