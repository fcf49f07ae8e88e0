/** Where the site is to be read, as the one who builds it says: `SITE_URL` is scheme and host, `BASE_PATH` the path there. */
import type { AstroIntegration } from 'astro';

interface SiteAddress {
  /** Scheme and host, without a path. */
  readonly site: string;
  /** The path, with a slash at both ends. */
  readonly base: string;
  /** Tells whether somebody said where the site is to be read. */
  readonly isKnown: boolean;
}

/** What pages say of their own address where nobody has said it. */
const EXAMPLE = 'https://lachin-corridor.example';

/** Ends with a message for whoever builds; where in our code it was thrown helps nobody. */
function refuse(message: string): never {
  throw Object.assign(new Error(message), { stack: '' });
}

/** Returns where the site is to be read. Throws what is wrong with a variable, and what to write. */
export function siteAddress(variables: Readonly<Record<string, string | undefined>>): SiteAddress {
  const { SITE_URL: said = '', BASE_PATH: path = '' } = variables;
  if (!/^[\w./~%-]*$/.test(path)) refuse(`BASE_PATH is "${path}". It is the path only: write it like BASE_PATH=/repo/`);
  const base = `/${path}/`.replace(/\/+/g, '/');
  if (said === '') return { site: EXAMPLE, base, isKnown: false };
  if (!/^https?:\/\//i.test(said))
    refuse(`SITE_URL is "${said}". It must begin with https://: write it like SITE_URL=https://name.github.io`);
  if (!URL.canParse(said))
    refuse(`SITE_URL is "${said}", which is no address. Write it like SITE_URL=https://name.github.io`);
  const { origin, pathname, search, hash, username, password } = new URL(said);
  if (pathname !== '/')
    refuse(
      `SITE_URL is "${said}". SITE_URL is scheme and host only: write SITE_URL=${origin}, and put ${pathname.replace(/\/*$/, '/')} into BASE_PATH`,
    );
  if (search + hash + username + password !== '')
    refuse(`SITE_URL is "${said}". SITE_URL is scheme and host only: write SITE_URL=${origin}`);
  return { site: origin, base, isKnown: true };
}

/** Says at the end of a build that its pages do not know where they are to be read, if that is so. */
export function tellOfAddress({ isKnown }: SiteAddress): AstroIntegration {
  return {
    name: 'site-address',
    hooks: {
      'astro:build:done': ({ logger }) => {
        if (!isKnown)
          logger.warn(
            `SITE_URL is not set: links to share, cards and the sitemap say ${EXAMPLE}. To publish, build with SITE_URL=https://your.host`,
          );
      },
    },
  };
}
