/**
 * Puts the typefaces on, in one step, once all that the page shows are here: until then the reader's own fonts stand in. No style
 * sheet announces them before: of a typeface that it only knows of a browser lays out the whole page, and once more when it
 * comes. Names in other scripts bring files of their own, waited for where they are laid out. Where a typeface does not come,
 * its stand-in stays.
 */
import { cutsOf, FACES, type FaceName, lettersOf } from '../model/typefaces.ts';
import { isLaidOut, keepInPlace } from './fit-text.ts';

/** Names that are laid out, with how they are set. */
const namesShown = () =>
  [...document.querySelectorAll('main [lang]')].filter(isLaidOut).map((name) => {
    const { fontFamily, fontWeight } = getComputedStyle(name);
    return { text: name.textContent, face: fontFamily.includes('Sans A') ? 'sans' : 'serif', weight: fontWeight };
  });

async function putOn(): Promise<void> {
  const faces = Object.keys(FACES) as FaceName[];
  const names = namesShown();
  const typefaces = faces.flatMap((face) =>
    cutsOf(face).map(({ script, file, family, weight, range, size }) => {
      const letters = lettersOf(range);
      const isOfWeight = (of: string): boolean => weight.includes(' ') || weight === of;
      return {
        typeface: new FontFace(family, `url(${import.meta.env.BASE_URL}fonts/${file}.woff2)`, {
          weight,
          unicodeRange: range,
          display: 'swap',
          ...(size && { sizeAdjust: size }),
        }),
        isShown:
          script === 'latin' ||
          names.some((name) => name.face === face && isOfWeight(name.weight) && letters.test(name.text)),
      };
    }),
  );
  await Promise.allSettled(typefaces.map(({ typeface, isShown }) => isShown && typeface.load()));
  const root = document.documentElement;
  // Read before anything changes: to read between two changes would have the whole page styled anew for each.
  const lists = faces.map((face) => {
    const families = new Set(cutsOf(face).map(({ family }) => `"${family}"`));
    return [`--${face}`, `${[...families]},${getComputedStyle(root).getPropertyValue(`--${face}`)}`] as const;
  });
  await keepInPlace(() => {
    for (const { typeface } of typefaces) document.fonts.add(typeface);
    for (const [name, list] of lists) root.style.setProperty(name, list);
  });
}

// Where a browser knows no typeface of a script's, the stand-ins stay.
putOn().catch(() => {});
