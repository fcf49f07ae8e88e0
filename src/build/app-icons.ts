/** The icon beside a page's title and those of the installed site, all from one drawing, and the colours of the window round it. */
import sharp from 'sharp';
import icon from '../assets/icon.svg?raw';
import tokens from '../styles/tokens.css?raw';

export interface AppIcon {
  /** The file's name, without `.png`. */
  readonly name: string;
  readonly size: number;
  /** `maskable`: fills its square, and what is drawn keeps to the middle, so that a system may cut it to its own form. */
  readonly purpose: 'any' | 'maskable';
}

export const APP_ICONS: readonly AppIcon[] = [
  { name: 'icon-192', size: 192, purpose: 'any' },
  { name: 'icon-512', size: 512, purpose: 'any' },
  { name: 'icon-maskable-512', size: 512, purpose: 'maskable' },
];

/** The ground of the pages, as `tokens.css` has it, by light and by dark. */
export const [PAPER_LIGHT, PAPER_DARK] = paper();

function paper(): [light: string, dark: string] {
  const role = /--paper: var\((--[\w-]+)\)/.exec(tokens)?.[1] ?? '';
  const [, light, dark] = new RegExp(`${role}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
  if (!light || !dark) throw new Error('tokens.css names no colour for --paper.');
  return [light, dark];
}

/** The icon beside a page's title, as an address that asks for no file: a browser may ask for it before the page is painted. */
export const PAGE_ICON = `data:image/svg+xml,${icon
  .replace(/<title>.*<\/title>/, '')
  .replace(/\s*\n\s*/g, '')
  .replaceAll(' />', '/>')
  .replaceAll('"', "'")
  .replace(/[#<>]/g, encodeURIComponent)}`;

/** Draws an icon as a PNG. */
export function drawAppIcon({ size, purpose }: AppIcon): Promise<Buffer> {
  const svg =
    purpose === 'any'
      ? icon
      : icon.replace('rx="6" ', '').replace('<path ', '<path transform="translate(4 4) scale(.75)" ');
  return sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
