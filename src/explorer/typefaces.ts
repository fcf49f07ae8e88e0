/**
 * Puts the typefaces on once all that the page shows are here: until then the reader's own fonts stand in. No style sheet
 * announces them before: of a typeface that it only knows of a browser lays out the whole page, and once more when it comes.
 * They are put on part by part, what is seen first, each in a step so short that the page answers in between. Names in other
 * scripts bring files of their own, waited for where they are laid out. Where a typeface does not come, its stand-in stays.
 */
import { cutsOf, FACES, type FaceName } from '../model/typefaces.ts';
import { isLaidOut, keepInPlace } from './fit-text.ts';
import { keepScrolled } from './keep-scrolled.ts';
import { isInWindow, partsOf } from './page-parts.ts';

/** Returns the face in which an element is set. */
const faceOf = (element: Element): FaceName =>
  getComputedStyle(element).fontFamily.includes('Sans A') ? 'sans' : 'serif';

interface WithScheduler {
  readonly scheduler?: {
    postTask?(task: () => void, options: { priority: 'background'; delay: number }): Promise<void>;
  };
}

/**
 * A step of its own, so that what the reader does meanwhile comes first, and so does a map on its way. It comes no sooner than
 * nested timers do, milliseconds: the picture of the screen is made anew between two steps, not after all of them at once.
 */
const nextStep = (): Promise<void> =>
  (window as WithScheduler).scheduler?.postTask?.(() => {}, { priority: 'background', delay: 4 }) ??
  new Promise((resolve) => setTimeout(resolve));

async function putOn(): Promise<void> {
  const faces = Object.keys(FACES) as FaceName[];
  // Known from the first, while little is laid out, and asked for by no style yet.
  const families = {} as Record<FaceName, string>;
  for (const face of faces) {
    const cuts = cutsOf(face);
    for (const { file, family, weight, range, size } of cuts) {
      const source = `url(${import.meta.env.BASE_URL}fonts/${file}.woff2)`;
      const options = { weight, unicodeRange: range, display: 'swap', ...(size && { sizeAdjust: size }) } as const;
      document.fonts.add(new FontFace(family, source, options));
    }
    families[face] = `${[...new Set(cuts.map(({ family }) => `"${family}"`))]}`;
  }
  await Promise.allSettled([
    ...faces.map((face) => document.fonts.load(`1em ${families[face]}`)),
    ...[...document.querySelectorAll('main [lang]')]
      .filter(isLaidOut)
      .map((name) =>
        document.fonts.load(
          `${getComputedStyle(name).fontWeight} 1em ${families[faceOf(name)]}`,
          name.textContent ?? '',
        ),
      ),
  ]);
  const root = document.documentElement;
  const lists = faces.map((face): [string, string] => {
    const name = `--${face}`;
    return [name, `${families[face]},${getComputedStyle(root).getPropertyValue(name)}`];
  });
  const isSeen = (part: Element): boolean => isInWindow(part.getBoundingClientRect());
  // What is seen comes first.
  const parts = partsOf(document.body).sort((a, b) => +isSeen(b) - +isSeen(a));
  for (const part of parts) {
    const face = faceOf(part);
    const change = (): void => {
      for (const [name, list] of lists) part.style.setProperty(name, list);
      part.style.fontFamily = `var(--${face})`;
    };
    await nextStep();
    // By now the reader may have gone elsewhere.
    const box = part.getBoundingClientRect();
    // Of what begins above the window most may be above it too.
    const held = parts.findLast((one) => box.top < 0 && isSeen(one));
    keepScrolled(held, () => (isInWindow(box) ? keepInPlace(part, change) : change()));
  }
  // For all that is not laid out yet or comes later; what has its typefaces stays as it is.
  await nextStep();
  for (const [name, list] of lists) root.style.setProperty(name, list);
  for (const part of parts) {
    for (const [name] of lists) part.style.setProperty(name, '');
    part.style.fontFamily = '';
  }
}

// Where a browser knows no typeface of a script's, the stand-ins stay.
putOn().catch(() => {});
