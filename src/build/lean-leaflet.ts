/**
 * Leaflet 1.9 as far as the live map uses it: a map of one picture, moved by hand and by key, with buttons to zoom and a scale.
 * Its modules are one file whose parts tie themselves into the map as they run, so that a bundler can leave none out. This takes
 * out the ties of what is not used, its test for Internet Explorer among them, which fails by an error that makes a browser read
 * the whole script again; the bundler then drops the parts.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { ESTree, Plugin } from 'vite';
import { parseSync } from 'vite';

/** Leaflet's classes that the live map does without. */
const CLASSES = new Set(
  `Attribution Layers DivOverlay Popup Tooltip Renderer SVG Canvas Marker Icon IconDefault DivIcon Path Polyline Polygon Rectangle Circle
  CircleMarker GeoJSON LayerGroup FeatureGroup VideoOverlay GridLayer TileLayer TileLayerWMS`.split(/\s+/),
);
/** Methods of the other classes that neither the live map nor the rest of Leaflet calls. */
export const METHODS: ReadonlySet<string> = new Set(
  `locate _handleGeolocationError _handleGeolocationResponse flyTo flyToBounds fitWorld setMinZoom setMaxZoom getPanes
  mouseEventToLatLng mouseEventToLayerPoint _latLngToNewLayerPoint addEventParent removeEventParent getAttribution setUrl
  setZIndex bringToBack bringToFront _initOverlay scaleBy unscaleBy toBBoxString wrap toBounds panInside eachLayer
  _addZoomLimit _removeZoomLimit _updateZoomLevels _getZoomSpan setStyle setOpacity getElement setPosition removeControl`.split(
    /\s+/,
  ),
);
/** Functions that make one of those classes, where they are called or handed on: many a local name is the same. */
const MAKERS = new Set(['attribution', 'layers', 'svg', 'canvas']);

type Node = ESTree.Node & { readonly start: number; readonly end: number };

/** Tells whether a piece of code needs something that is not used. A name after a dot or before a colon is another matter. */
function needsUnused(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(needsUnused);
  if (typeof node !== 'object' || node === null) return false;
  const { type, name, computed, callee, right } = node as {
    [part in 'type' | 'name']?: string;
  } & { computed?: boolean; callee?: { name?: string }; right?: { name?: string } };
  if (type === 'Identifier') return CLASSES.has(name ?? '');
  if (
    MAKERS.has((type === 'CallExpression' ? callee : type === 'AssignmentExpression' ? right : undefined)?.name ?? '')
  )
    return true;
  return Object.entries(node).some(
    ([part, value]) => !(!computed && (part === 'property' || part === 'key')) && needsUnused(value),
  );
}

/** Returns the nodes of a program that are of some kind. */
function allOf<T>(type: string, node: unknown): (Node & T)[] {
  if (typeof node !== 'object' || node === null) return [];
  const found = Object.values(node).flatMap((part) => allOf<T>(type, part));
  return (node as Node).type === type ? [node as Node & T, ...found] : found;
}

/** Returns Leaflet's modules without the ties of what is not used. Throws where they are not those that are known here. */
export function leanLeaflet(code: string): string {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  let ties = 0;
  for (const statement of parseSync('leaflet.js', code).program.body as Node[]) {
    if (/^(?:Expression|If)Statement$/.test(statement.type) && needsUnused(statement)) {
      edits.push({ start: statement.start, end: statement.end, text: '' });
      ties++;
      continue;
    }
    const variables = statement.type === 'VariableDeclaration' ? statement.declarations : [];
    const classes = variables.filter(({ id }) => id.type === 'Identifier' && CLASSES.has(id.name));
    for (const { init } of variables as { init: Node | null }[])
      if (init && classes.some((one) => one.init === init))
        edits.push({ start: init.start, end: init.end, text: 'undefined' });
      // A class or a test that nobody names is not needed.
      else if (init?.type === 'CallExpression')
        edits.push({ start: init.start, end: init.start, text: '/* @__PURE__ */ ' });
    if (classes.length === 0)
      for (const { key, value, start, end } of allOf<{ key: { name: string }; value: Node }>('Property', statement))
        if (METHODS.has(key.name) && value.type === 'FunctionExpression')
          edits.push({ start, end: end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0), text: '' });
  }
  if (ties < 20)
    throw new Error('Leaflet is not the one that src/build/lean-leaflet.ts knows: see there what may be left out.');
  edits.sort((a, b) => a.start - b.start);
  const lean = edits.reduceRight((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), code);
  const called = allOf<{ property: { name: string } }>('MemberExpression', parseSync('leaflet.js', lean).program)
    .map(({ property }) => property.name)
    .filter((name) => METHODS.has(name));
  if (called.length > 0)
    throw new Error(`src/build/lean-leaflet.ts leaves out what Leaflet calls: ${called.join(', ')}`);
  return lean;
}

/** Returns the plugin: Leaflet comes from its modules, without what is not used. */
export function leafletPlugin(): Plugin {
  // From the folder of the project: this module is built elsewhere.
  const file = createRequire(resolve('package.json')).resolve('leaflet/dist/leaflet-src.esm.js');
  return {
    name: 'lean-leaflet',
    enforce: 'pre',
    resolveId: (id) => (id === 'leaflet' ? file : undefined),
    transform: (code, id) => (id === file ? { code: leanLeaflet(code), map: null } : undefined),
  };
}
