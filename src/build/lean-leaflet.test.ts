import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { leanLeaflet, METHODS } from './lean-leaflet.ts';

const whole = readFileSync('node_modules/leaflet/dist/leaflet-src.esm.js', 'utf8');

test.describe('Leaflet as it is used', () => {
  test('has no class, method or tie that the live map does without', () => {
    const lean = leanLeaflet(whole);
    for (const part of [
      'bindPopup: function',
      'openTooltip: function',
      'getRenderer: function',
      'control.layers = layers',
      'SVG.include(vmlMixin)',
      'var Icon = Class.extend',
      'var Path = Layer.extend',
      'new IconDefault()',
      'locate: function',
    ]) {
      expect(whole).toContain(part);
      expect(lean).not.toContain(part);
    }
    for (const method of METHODS) expect(lean).not.toMatch(new RegExp(`\\t${method}: function`));
  });

  test('has each method that the live map calls', () => {
    const calls = [...readFileSync('src/explorer/live-map.ts', 'utf8').matchAll(/(?<=(?:#map|overlay)\.)\w+/g)].map(
      ([name]) => name,
    );
    expect(calls).toContain('panBy');
    expect(calls.filter((name) => METHODS.has(name))).toEqual([]);
  });

  test('keeps what the live map is moved by', () => {
    const lean = leanLeaflet(whole);
    for (const tie of ["'dragging', Drag", "'touchZoom', TouchZoom", "'keyboard', Keyboard", 'control.zoom = zoom'])
      expect(lean).toContain(tie);
  });

  test('that calls what is left out stops the build', () => {
    expect(() => leanLeaflet(`${whole}\nexport const fly = (map) => map.flyTo([0, 0]);`)).toThrow(
      'leaves out what Leaflet calls: flyTo',
    );
  });

  test('of another version stops the build', () => {
    expect(() => leanLeaflet('var Map = Evented.extend({}); Map.include({ openPopup() { return Popup; } });')).toThrow(
      'src/build/lean-leaflet.ts',
    );
  });
});
