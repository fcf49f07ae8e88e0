/** The SVG of one day on the live map: its groups, and the elements in them, kept in step with what is to be drawn. */
import { type DrawnGroup, hatchMarkup, type reliefBox } from '../model/map-drawing.ts';
import type { Pixels } from '../model/projection.ts';
import { setMarkup } from './markup.ts';

const SVG = 'http://www.w3.org/2000/svg';

const make = <K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
): SVGElementTagNameMap[K] => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/** Sets an attribute where it is not so already: the browser then has nothing to do. */
const put = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** So many symbols, labels and marks are shown in one step. */
const AT_A_TIME = 40;

export class MapSvg {
  /** Not shown, and so not laid out, until `show` or `showWithout` is called. */
  readonly element: SVGSVGElement;
  readonly #mapped = make('rect', { class: 'mapped' });
  readonly #groups = new Map<string, SVGGElement>();
  readonly #paths = new Map<string, SVGPathElement>();
  #points: readonly string[] = [];

  /** `hatch` is the id of its pattern: each SVG of a page needs its own. */
  constructor(hatch: string) {
    this.element = make('svg', { class: 'map-svg' });
    // Not by its attribute: the style sheets make every picture a block.
    this.element.style.display = 'none';
    const defs = make('defs');
    setMarkup(defs, hatchMarkup(hatch));
    this.element.append(defs, this.#mapped);
    for (const name of ['land', 'relief', 'areas', 'waters', 'borders', 'roads', 'points']) {
      const group = make('g', { class: name });
      this.#groups.set(name, group);
      this.element.append(group);
    }
  }

  /** Lays the ground of the map, which is sea where there is no land: its two corners, pixels from the origin. */
  layGround([left, top]: Pixels, [right, bottom]: Pixels): void {
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    for (const [name, value] of Object.entries(box)) put(this.#mapped, name, String(value));
  }

  show(): void {
    this.element.style.display = '';
  }

  /** Shows it without these. */
  showWithout(elements: readonly Element[]): void {
    for (const one of elements) one.setAttribute('display', 'none');
    this.show();
  }

  /** Adds these in steps, each laid out and so short that the page answers in between: to lay out names takes longest. */
  *adding(elements: readonly Element[]): Generator<void> {
    for (let at = 0; at < elements.length; at += AT_A_TIME) {
      this.element.getBoundingClientRect();
      yield;
      for (const one of elements.slice(at, at + AT_A_TIME)) one.removeAttribute('display');
    }
  }

  get isShown(): boolean {
    return this.element.style.display === '';
  }

  /** Draws a group of paths; elements that stay from day to day are touched only where they differ. */
  drawGroup({ name, paths }: DrawnGroup, pathData: (shapes: readonly string[]) => string): void {
    const group = this.#groups.get(name);
    if (!group) return;
    const kept = new Set(paths.map(({ key }) => `${name}/${key}`));
    for (const [key, path] of this.#paths)
      if (key.startsWith(`${name}/`) && !kept.has(key)) {
        path.remove();
        this.#paths.delete(key);
      }
    for (const [at, path] of paths.entries()) {
      const key = `${name}/${path.key}`;
      let element = this.#paths.get(key);
      if (!element) {
        element = make('path');
        this.#paths.set(key, element);
      }
      put(element, 'class', path.className);
      put(element, 'data-status', path.status);
      if (path.fill) put(element, 'fill', path.fill);
      put(element, 'd', pathData(path.shapes));
      if (group.children[at] !== element) group.insertBefore(element, group.children[at] ?? null);
    }
  }

  /** Lays the relief into a box of pixels, or takes it away. */
  drawRelief(box: ReturnType<typeof reliefBox> | undefined, address: string): void {
    const group = this.#groups.get('relief');
    if (!box) {
      group?.replaceChildren();
      return;
    }
    const image =
      group?.querySelector('image') ?? make('image', { class: 'relief', preserveAspectRatio: 'none', href: address });
    for (const side of ['x', 'y', 'width', 'height'] as const) put(image, side, box[side].toFixed(1));
    if (!image.parentNode) group?.append(image);
  }

  /** Draws symbols, labels and marks, each of the three only if it differs, and keeps the keyboard on its mark; tells whether anything was new. */
  drawPoints(markup: string): boolean {
    const group = this.#groups.get('points');
    const held = this.marks.find((mark) => mark === document.activeElement)?.dataset['mark']?.split(' ')[0];
    const parts = markup.split(/(?=<g class="(?:labels|marks)">)/);
    let isNew = false;
    for (const [i, part] of parts.entries()) {
      if (!group || part === this.#points[i]) continue;
      isNew = true;
      const holder = make('g');
      setMarkup(holder, part);
      const [drawn, before] = [holder.firstElementChild as Element, group.children[i]];
      // Names without an end would be read before the first event; the map as a list says them in order.
      if (!drawn.classList.contains('marks')) drawn.setAttribute('aria-hidden', 'true');
      if (before) before.replaceWith(drawn);
      else group.append(drawn);
    }
    this.#points = parts;
    if (held)
      this.marks.find((mark) => mark.dataset['mark']?.split(' ').includes(held))?.focus({ preventScroll: true });
    return isNew;
  }

  /** The symbols, in the order in which they are drawn. */
  get symbols(): SVGGElement[] {
    return [...(this.#groups.get('points')?.querySelectorAll<SVGGElement>('.symbol') ?? [])];
  }

  /** The labels, in the order in which they are drawn. */
  get labels(): SVGTextElement[] {
    return [...(this.#groups.get('points')?.querySelectorAll<SVGTextElement>('.labels > text') ?? [])];
  }

  /** The marks of events, in the order in which they are drawn. */
  get marks(): SVGGElement[] {
    return [...(this.#groups.get('points')?.querySelectorAll<SVGGElement>('.mark') ?? [])];
  }
}
