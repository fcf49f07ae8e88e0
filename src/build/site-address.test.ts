import { expect, test } from '@playwright/test';
import { siteAddress } from './site-address.ts';

test.describe('the address of the site', () => {
  test('is scheme and host from SITE_URL, and the path from BASE_PATH with a slash at both ends', () => {
    const site = 'https://name.github.io';
    expect(siteAddress({ SITE_URL: site })).toEqual({ site, base: '/', isKnown: true });
    expect(siteAddress({ SITE_URL: `${site}/`, BASE_PATH: 'repo' })).toEqual({ site, base: '/repo/', isKnown: true });
    expect(siteAddress({ SITE_URL: site, BASE_PATH: '//repo//x//' }).base).toBe('/repo/x/');
    expect(siteAddress({ SITE_URL: 'http://localhost:8080' }).site).toBe('http://localhost:8080');
  });

  test('is an example where nobody has said it', () => {
    for (const variables of [{}, { SITE_URL: '', BASE_PATH: '' }])
      expect(siteAddress(variables)).toEqual({ site: 'https://lachin-corridor.example', base: '/', isKnown: false });
  });

  const WRONG = [
    [
      { SITE_URL: 'https://name.github.io/repo' },
      'SITE_URL is "https://name.github.io/repo". SITE_URL is scheme and host only: write SITE_URL=https://name.github.io, and put /repo/ into BASE_PATH',
    ],
    [
      { SITE_URL: 'name.github.io' },
      'SITE_URL is "name.github.io". It must begin with https://: write it like SITE_URL=https://name.github.io',
    ],
    [
      { SITE_URL: 'https://' },
      'SITE_URL is "https://", which is no address. Write it like SITE_URL=https://name.github.io',
    ],
    [
      { SITE_URL: 'https://name.github.io/?x#y' },
      'SITE_URL is "https://name.github.io/?x#y". SITE_URL is scheme and host only: write SITE_URL=https://name.github.io',
    ],
    [
      { BASE_PATH: 'https://name.github.io/repo/' },
      'BASE_PATH is "https://name.github.io/repo/". It is the path only: write it like BASE_PATH=/repo/',
    ],
  ] as const;
  for (const [variables, message] of WRONG)
    test(`that is wrong is refused, with the variable and what to write: ${JSON.stringify(variables)}`, () => {
      expect(() => siteAddress(variables)).toThrow(new Error(message));
    });
});
