/**
 * The styles of the live map, asked for as soon as this module runs: small, and beside the live map's script and data, so that
 * it runs before they are here. Who waits for them learns if they do not come.
 */
import { liveStyles } from './live-styles.ts';
import { loadStyles } from './load-styles.ts';

/** Waits for the styles of the live map. Rejects where they do not come; the next call tries again. */
export const loadLook = (): Promise<void> => loadStyles(liveStyles);

loadLook().catch(() => {});
