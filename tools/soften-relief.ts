/**
 * Makes the map's relief picture from the hillshade: half as many pixels again, softened by about a cell, so that no blocks
 * show at the zooms where a cell covers many pixels. Usage: node tools/soften-relief.ts <hillshade> (Web Mercator, the region of map-limits.ts)
 */
import sharp from 'sharp';

const source = process.argv[2];
if (!source) throw new Error('Name the hillshade picture.');
const { width } = await sharp(source).metadata();
const out = await sharp(source)
  .resize({ width: Math.round(width * 1.5), kernel: 'cubic' })
  .blur(1.45)
  .webp({ quality: 28, effort: 6 })
  .toFile('public/map/relief.webp');
console.log(`public/map/relief.webp: ${out.width} × ${out.height}, ${out.size} bytes`);
