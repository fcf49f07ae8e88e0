import { expect, test } from '@playwright/test';
import { caddyHeaders, headerRules, headersFile, joinPolicies, nginxHeaders, nginxMaps, pathOf } from './headers.ts';

const policy = (style: string): string =>
  `default-src 'self';object-src 'none'; script-src 'self' 'sha256-boot'; style-src 'self' '${style}'`;
const FILES = [
  { file: '404.html', policy: policy('sha256-a') },
  { file: 'index.html', policy: policy('sha256-home') },
  { file: 'feed.xml' },
  { file: 'sw.js' },
  { file: 'places/index.html', policy: policy('sha256-list') },
  { file: 'places/lachin/index.html', policy: policy('sha256-place') },
  { file: 'embed/index.html', policy: policy('sha256-embed') },
  { file: 'embed/places/lachin/index.html', policy: policy('sha256-embed') },
  { file: 'embed/maps/2020/7.svg' },
  { file: 'data/map.json' },
  { file: '_astro/live-map.x.js' },
];

/** What a host sends for a path, and a fault if two rules name one header. */
function sent(base: string, path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const rule of headerRules(base, FILES)) {
    if (rule.path.endsWith('*') ? !path.startsWith(rule.path.slice(0, -1)) : path !== rule.path) continue;
    for (const [name, value] of Object.entries(rule.headers)) {
      if (found[name] !== undefined) throw new Error(`${path}: ${name} stands in two rules`);
      found[name] = value;
    }
  }
  return found;
}

test.describe('headers', () => {
  for (const base of ['/', '/repo/']) {
    test(`under ${base}: everything is of its own type, tells no other site where a reader comes from, and is refused what it does not need`, () => {
      for (const { file } of FILES) {
        const headers = sent(base, base + file.replace(/index\.html$/, ''));
        expect(headers['X-Content-Type-Options'], file).toBe('nosniff');
        expect(headers['Referrer-Policy'], file).toBe('same-origin');
        expect(headers['Permissions-Policy'], file).toMatch(/camera=\(\).*geolocation=\(\)/);
      }
    });

    test(`under ${base}: embeds alone may be framed`, () => {
      for (const { file, policy: own } of FILES) {
        if (!own) continue;
        const headers = sent(base, base + file.replace(/index\.html$/, ''));
        const isEmbed = file.startsWith('embed/');
        expect(headers['X-Frame-Options'], file).toBe(isEmbed ? undefined : 'DENY');
        expect(headers['Content-Security-Policy']?.includes("frame-ancestors 'none'"), file).toBe(!isEmbed);
        expect(headers['Access-Control-Allow-Origin'], file).toBe(isEmbed ? '*' : undefined);
      }
    });

    test(`under ${base}: only files named by their hash are kept unasked for long`, () => {
      expect(sent(base, `${base}_astro/live-map.x.js`)['Cache-Control']).toBe('public, max-age=31536000, immutable');
      for (const path of ['', 'sw.js', 'places/lachin/', 'data/map.json', 'embed/maps/2020/7.svg', 'feed.xml'])
        expect(sent(base, base + path)['Cache-Control'], path).toBe('no-cache');
    });
  }

  test('files to take away may be read by scripts of other sites, pages may not', () => {
    expect(sent('/', '/data/map.json')['Access-Control-Allow-Origin']).toBe('*');
    expect(sent('/', '/feed.xml')['Access-Control-Allow-Origin']).toBe('*');
    expect(sent('/', '/places/')['Access-Control-Allow-Origin']).toBeUndefined();
  });

  test('the policy of a folder lets through what its pages name, and nothing else', () => {
    expect(sent('/', '/places/lachin/')['Content-Security-Policy']).toBe(
      "default-src 'self'; object-src 'none'; script-src 'self' 'sha256-boot'; style-src 'self' 'sha256-list' 'sha256-place'; frame-ancestors 'none'",
    );
    expect(joinPolicies([])).toBe('');
  });

  test('each file falls under the rule of its folder, in an embed of the folder below', () => {
    expect(
      ['index.html', '404.html', 'places/lachin/index.html', 'embed/index.html', 'embed/maps/1/7.svg'].map(pathOf),
    ).toEqual(['', '404.html', 'places/*', 'embed/', 'embed/maps/*']);
  });

  test('hold at an address with .html and without it, on the hosts that take it away', () => {
    const rules = headerRules('/repo/', [{ file: 'lachin-corridor.html', policy: policy('sha256-one') }]);
    const [, withEnd = '', without = ''] = headersFile(rules).split(/^(?=\/)/m);
    expect(withEnd).toMatch(/^\/repo\/lachin-corridor\.html\n {2}Content-Security-Policy: .*sha256-one/);
    expect(without.trim()).toBe(withEnd.replace('.html', '').trim());
  });

  test('are written as each kind of server reads them', () => {
    const rules = [
      { path: '/repo/', headers: { 'X-One': "a 'b'" } },
      { path: '/repo/a.b/*', headers: { 'X-One': 'c', 'X-Two': 'd' } },
    ];
    expect(headersFile(rules)).toBe("/repo/\n  X-One: a 'b'\n\n/repo/a.b/*\n  X-One: c\n  X-Two: d\n");
    expect(nginxMaps('/repo/', rules)).toBe(
      'map $uri $site_repo_x_one {\n  "~^/repo/(?:index\\.html)?$" "a \'b\'";\n  "~^/repo/a\\.b/" "c";\n}\n\n' +
        'map $uri $site_repo_x_two {\n  "~^/repo/a\\.b/" "d";\n}\n',
    );
    expect(nginxHeaders('/repo/', rules)).toBe(
      'add_header X-One $site_repo_x_one always;\nadd_header X-Two $site_repo_x_two always;\n',
    );
    expect(caddyHeaders(rules)).toBe(
      'header /repo/ X-One "a \'b\'"\nheader /repo/a.b/* X-One "c"\nheader /repo/a.b/* X-Two "d"\n',
    );
  });
});
