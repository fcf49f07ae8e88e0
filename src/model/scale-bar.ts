/** The scale bar of a map: a round length that fits. */
import { wordLength } from '../i18n/words.ts';
import { metresPerPixel } from './projection.ts';

export interface ScaleBar {
  readonly text: string;
  /** Pixels. */
  readonly width: number;
}

/** Returns the longest bar of 1, 2, 3 or 5 times a power of ten metres that is no wider than `most` pixels at that latitude and zoom. */
export function scaleBar(lat: number, zoom: number, most: number): ScaleBar {
  const longest = metresPerPixel(lat, zoom) * most;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = power * ([5, 3, 2].find((step) => step * power <= longest) ?? 1);
  return {
    text: wordLength(metres),
    width: Math.round(metres / metresPerPixel(lat, zoom)),
  };
}
