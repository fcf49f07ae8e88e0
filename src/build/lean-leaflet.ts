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
  `Attribution Layers Popup Tooltip Renderer SVG Canvas Marker Icon IconDefault DivIcon Path Polyline Polygon Rectangle Circle
  CircleMarker GeoJSON LayerGroup FeatureGroup VideoOverlay GridLayer TileLayer TileLayerWMS`.split(/\s+/),
);
/** Functions that make such, where they are called or handed on: many a local name is the same. */
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

/** Returns Leaflet's modules without the ties of what is not used. Throws where they are not those that are known here. */
export function leanLeaflet(code: string): string {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const statement of parseSync('leaflet.js', code).program.body as Node[]) {
    if (statement.type === 'VariableDeclaration') {
      // A class or a test that nobody names is not needed.
      for (const { init } of statement.declarations as { init: Node | null }[])
        if (init?.type === 'CallExpression')
          edits.push({ start: init.start, end: init.start, text: '/* @__PURE__ */ ' });
    } else if (/^(?:Expression|If)Statement$/.test(statement.type) && needsUnused(statement))
      edits.push({ start: statement.start, end: statement.end, text: '' });
  }
  if (edits.filter(({ text }) => text === '').length < 20)
    throw new Error('Leaflet is not the one that src/build/lean-leaflet.ts knows: see there what may be left out.');
  return edits.reduceRight((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), code);
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
