/**
 * Lets through the few texts that Leaflet 1.9 hands to the browser as markup, and nothing else: its test for SVG, the signs of
 * the zoom buttons, the length of the scale bar. It must run before Leaflet does.
 */
import { trustedTypes } from './trusted-types.ts';

const OF_LEAFLET = /^(?:<svg\/>|<span aria-hidden="true">(?:\+|&#x2212;)<\/span>|[\d.]+ k?m)$/;

/** Tells whether Leaflet writes such markup. */
export const isOfLeaflet = (markup: string): boolean => OF_LEAFLET.test(markup);

trustedTypes?.createPolicy('default', { createHTML: (markup) => (isOfLeaflet(markup) ? markup : null) });
