import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { leanLeaflet } from './lean-leaflet.ts';

const whole = readFileSync('node_modules/leaflet/dist/leaflet-src.esm.js', 'utf8');

test.describe('Leaflet as it is used', () => {
  test('ties nothing into the map that the live map does without', () => {
    const lean = leanLeaflet(whole);
    for (const tie of [
      'bindPopup: function',
      'openTooltip: function',
      'getRenderer: function',
      'control.layers = layers',
      'SVG.include(vmlMixin)',
    ]) {
      expect(whole).toContain(tie);
      expect(lean).not.toContain(tie);
    }
  });

  test('keeps what the live map is moved by', () => {
    const lean = leanLeaflet(whole);
    for (const tie of ["'dragging', Drag", "'touchZoom', TouchZoom", "'keyboard', Keyboard", 'control.zoom = zoom'])
      expect(lean).toContain(tie);
  });

  test('of another version stops the build', () => {
    expect(() => leanLeaflet('var Map = Evented.extend({}); Map.include({ openPopup() { return Popup; } });')).toThrow(
      'src/build/lean-leaflet.ts',
    );
  });
});
