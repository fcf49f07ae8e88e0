/** What eyes and screens make of a colour. Pure; for the tests of the tokens. */

/** Red, green, blue from 0 to 1, as sRGB writes them, and how much covers what is below. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

type Triple = readonly [number, number, number];
const map = (triple: Triple, change: (value: number, at: number) => number): Triple => [
  change(triple[0], 0),
  change(triple[1], 1),
  change(triple[2], 2),
];
const times = (rows: readonly Triple[], [a, b, c]: Triple): Triple =>
  map([0, 1, 2], (row) => {
    const [x, y, z] = rows[row] as Triple;
    return x * a + y * b + z * c;
  });

/** Reads `#rrggbb` or `#rrggbbaa`. */
export function readColour(text: string): Colour {
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?$/i.exec(text);
  if (!parts) throw new Error(`“${text}” is not a colour of the form #rrggbb or #rrggbbaa.`);
  const part = (at: number) => Number.parseInt(parts[at] ?? 'ff', 16) / 255;
  return { rgb: [part(1), part(2), part(3)], alpha: part(4) };
}

/** Returns what is seen where a colour lies on an opaque one. */
export function over(top: Colour, ground: Colour): Colour {
  return {
    rgb: map(ground.rgb, (value, at) => value + ((top.rgb[at] as number) - value) * top.alpha),
    alpha: 1,
  };
}

/** Returns a ground darkened by a grey of 0 to 1 that is multiplied onto it with an opacity: the relief on the map. */
export function shaded(ground: Colour, grey: number, opacity: number): Colour {
  return { rgb: map(ground.rgb, (value) => value * (1 - opacity + opacity * grey)), alpha: 1 };
}

const toLight = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLight = (value: number): number => {
  const kept = Math.min(Math.max(value, 0), 1);
  return kept <= 0.0031308 ? kept * 12.92 : 1.055 * kept ** (1 / 2.4) - 0.055;
};

/** Returns the contrast of two opaque colours, 1 to 21, by the formula of WCAG 2.2 (relative luminance, contrast ratio). */
export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [a, b]
    .map(({ rgb }) => {
      const [red, green, blue] = map(rgb, toLight);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** The ways to see with one kind of cone missing, and to see without lack. */
export const EYES = ['full', 'protan', 'deutan', 'tritan'] as const;

/**
 * Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE
 * Transactions on Visualization and Computer Graphics 15 (2009): severity 1.0, applied to linear light.
 */
const LACK: Readonly<Record<(typeof EYES)[number], readonly Triple[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Returns an opaque colour as such an eye sees it. */
export function seenBy(eye: (typeof EYES)[number], { rgb, alpha }: Colour): Colour {
  return { rgb: map(times(LACK[eye], map(rgb, toLight)), fromLight), alpha };
}

/** sRGB in linear light to CIE XYZ, over the white of D65. */
const TO_XYZ: readonly Triple[] = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

/** Returns how different two opaque colours look: the distance in CIELAB (CIE76), of which about 2 can just be seen. */
export function difference(a: Colour, b: Colour): number {
  const [one, other] = [a, b].map(({ rgb }) => {
    const [x, y, z] = map(times(TO_XYZ, map(rgb, toLight)), (value) =>
      value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116,
    );
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)] as const;
  }) as [Triple, Triple];
  return Math.hypot(...map(one, (value, at) => value - (other[at] as number)));
}
