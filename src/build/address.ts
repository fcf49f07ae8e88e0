/** Addresses inside the site, under whatever path it is served. */

/** Returns the address of a page or file: `address('events/x/')` is `/events/x/`, or `/repo/events/x/` under a sub-path; outside a build the base is `/`. */
export function address(path: string): string {
  return `${(import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/')}${path}`;
}

/** Returns the whole address, with its scheme and host, of a path below the site's root. */
export type Absolute = (path: string) => string;
