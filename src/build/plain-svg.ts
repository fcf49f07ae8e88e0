/**
 * A map as a picture that stands alone: every style is written onto its element and every text becomes an outline, so that
 * it looks the same in any program, with no style sheet and no typeface at hand. Reads our own `map.css` and `tokens.css`:
 * simple selectors, `var()`, `calc()` with one product, `light-dark()`.
 */
import sharp from 'sharp';
import { outlineText, type TextStyle } from './outline-text.ts';

interface Element {
  readonly name: string;
  readonly classes: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: TextState;
}

/** What text inherits from the elements round it. */
type TextState = Readonly<Record<string, string>>;

interface Rule {
  /** The parts of a selector, outermost first. */
  readonly parts: readonly string[];
  readonly weight: number;
  readonly declarations: readonly (readonly [string, string])[];
}

const SHAPE_STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'display',
];
const TEXT_STYLES = ['font-size', 'font-weight', 'font-family', 'font-style', 'letter-spacing', 'text-transform'];

/** Splits a style sheet into its rules; those for hovering, other media and other modes are left out. */
function readRules(css: string): Rule[] {
  const rules: Rule[] = [];
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@layer [^{;]+;/g, '')
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '')
    .replace(/@layer map \{/g, '');
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = body.split(';').flatMap((line): [string, string][] => {
      const cut = line.indexOf(':');
      const [property, value] = [line.slice(0, cut).trim(), line.slice(cut + 1).trim()];
      if (cut < 0) return [];
      if (property !== 'font') return [[property, value.replace(/\s+/g, ' ')]];
      // The shorthand as map.css writes it: style, weight, size, family.
      const [, style = 'normal', weight = '400', size = '', family = ''] =
        /^(?:(italic) )?(\d+) ([\d.]+\w+) (.+)$/.exec(value) ?? [];
      return [
        ['font-style', style],
        ['font-weight', weight],
        ['font-size', size],
        ['font-family', family],
      ];
    });
    for (const selector of selectors.split(/,(?![^(]*\))/)) {
      const parts = selector.trim().split(/\s+/);
      const weight = (selector.match(/[.[]/g) ?? []).length * 100 + (selector.match(/(?:^|\s)[a-z]/g) ?? []).length;
      rules.push({ parts, weight: selector.includes(':where(') ? 100 : weight, declarations });
    }
  }
  return rules
    .map((rule, at) => ({ rule, at }))
    .sort((a, b) => a.rule.weight - b.rule.weight || a.at - b.at)
    .map(({ rule }) => rule);
}

function matchesPart(part: string, { name, classes, attributes }: Element): boolean {
  if (part === ':root') return name === 'svg';
  if (part === '*') return true;
  if (part === ':where(path:not([fill]))') return name === 'path' && !attributes.has('fill');
  if (/[:>+~]/.test(part)) return false;
  const tag = /^[a-z]+/.exec(part)?.[0];
  if (tag && tag !== name) return false;
  for (const [, needed = ''] of part.matchAll(/\.([\w-]+)/g)) if (!classes.includes(needed)) return false;
  for (const [, attribute = '', value = ''] of part.matchAll(/\[([\w-]+)(?:="([^"]*)")?\]/g))
    if (value ? attributes.get(attribute) !== value : !attributes.has(attribute)) return false;
  return true;
}

/** Tells whether a selector holds for the last of a chain of elements. */
function matches(parts: readonly string[], chain: readonly Element[]): boolean {
  const last = chain.at(-1);
  if (!last || !matchesPart(parts.at(-1) ?? '', last)) return false;
  let at = parts.length - 2;
  for (let i = chain.length - 2; i >= 0 && at >= 0; i--) if (matchesPart(parts[at] ?? '', chain[i] as Element)) at--;
  return at < 0;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** Resolves `var()`, `light-dark()` and products in `calc()`; lengths lose their `px`. */
function resolve(value: string, variables: ReadonlyMap<string, string>): string {
  const known = value.replace(/var\((--[\w-]+)\)/g, (_, name) => resolve(variables.get(name) ?? '', variables));
  return known
    .replace(/light-dark\(([^,()]+|[^,()]*\([^)]*\)[^,()]*),\s*[^()]*(?:\([^)]*\))?[^()]*\)/g, '$1')
    .replace(/calc\(([\d.]+)px \* ([\d.]+)\)/g, (_, a, b) => round(Number(a) * Number(b)))
    .replace(/([\d.]+)px/g, '$1');
}

/** Writes a colour with its opacity apart, as older SVG readers want it: `#rrggbbaa` becomes `#rrggbb` and an opacity. */
function paint(property: string, value: string): string {
  const [, colour, alpha] = /^(#[0-9a-f]{6})([0-9a-f]{2})$/i.exec(value) ?? [];
  if (!colour || !alpha) return `${property}="${value}"`;
  return `${property}="${colour}" ${property}-opacity="${round(Number.parseInt(alpha, 16) / 255)}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescapeText = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (ENTITIES[name] ?? whole),
  );

const sheets = new Map<string, Rule[]>();

const WEBP = 'data:image/webp;base64,';

/** A picture inside the map as PNG, which every SVG program reads. */
async function asPng(href: string): Promise<string> {
  if (!href.startsWith(WEBP)) return href;
  const png = await sharp(Buffer.from(href.slice(WEBP.length), 'base64'))
    .png()
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** Returns a map's SVG element with its styles written onto it, in light colours, and its texts as outlines. */
export async function plainSvg(svg: string, css: string): Promise<string> {
  let rules = sheets.get(css);
  if (!rules) {
    rules = readRules(css);
    sheets.set(css, rules);
  }
  const chain: Element[] = [];
  const variables = new Map<string, string>();
  let out = '';
  let text: { x: number; y: number; anchor: string; style: string } | undefined;
  for (const [token] of svg.matchAll(/<[^>]+>|[^<]+/g)) {
    if (token.startsWith('</')) {
      const closed = chain.pop();
      if (closed?.name === 'text') text = undefined;
      if (closed?.name !== 'text' && closed?.name !== 'tspan') out += token;
      continue;
    }
    if (!token.startsWith('<')) {
      const at = chain.at(-1);
      if (!text || !at) continue;
      const size = Number(at.text['font-size']);
      const style: TextStyle = {
        size,
        weight: Number(at.text['font-weight'] ?? 400),
        family: at.text['font-family']?.includes('Serif') ? 'serif' : 'sans',
        italic: at.text['font-style'] === 'italic',
        spacing: Number.parseFloat(at.text['letter-spacing'] ?? '0') * size,
      };
      const said = unescapeText(token);
      const line = await outlineText(at.text['text-transform'] === 'uppercase' ? said.toUpperCase() : said, style);
      const left = text.x - { start: 0, middle: line.width / 2, end: line.width }[text.anchor as 'start'];
      out += `<path transform="translate(${round(left)} ${round(text.y)})"${text.style} d="${line.path}"/>`;
      continue;
    }
    const [, name = '', rest = '', end = ''] = /^<([\w-]+)([\s\S]*?)(\/?)>$/.exec(token) ?? [];
    const attributes = new Map(
      [...rest.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    );
    const element: Element = {
      name,
      classes: (attributes.get('class') ?? '').split(' '),
      attributes,
      text: chain.at(-1)?.text ?? {},
    };
    const here = [...chain, element];
    const styles = new Map<string, string>();
    for (const { parts, declarations } of rules)
      if (matches(parts, here))
        for (const [property, value] of declarations)
          if (property.startsWith('--')) variables.set(property, value);
          else styles.set(property, value);
    const own = { ...element.text };
    for (const property of TEXT_STYLES) {
      const value = styles.get(property);
      if (value !== undefined) own[property] = resolve(value, variables);
    }
    const styled = { ...element, text: own };
    const drawn = SHAPE_STYLES.flatMap((property) => {
      const value = styles.get(property);
      return value === undefined ? [] : [` ${paint(property, resolve(value, variables))}`];
    }).join('');
    if (name === 'text' || name === 'tspan') {
      const before = text;
      const second = Number.parseFloat(attributes.get('dy') ?? '0') * Number(own['font-size']);
      text = {
        x: Number(attributes.get('x') ?? before?.x ?? 0),
        y: Number(attributes.get('y') ?? before?.y ?? 0) + second,
        anchor: attributes.get('text-anchor') ?? before?.anchor ?? 'start',
        // A line inside a text has its own fill, and the halo of the whole.
        style: name === 'tspan' ? `${before?.style.replace(/ fill="[^"]*"/, '') ?? ''}${drawn}` : drawn,
      };
      chain.push(styled);
      continue;
    }
    const href = attributes.get('href');
    if (name === 'image' && href) attributes.set('href', await asPng(href));
    const kept = [...attributes]
      .filter(([key]) => key !== 'class' && !key.startsWith('data-') && !key.startsWith('aria-') && key !== 'role')
      .map(([key, value]) => ` ${key}="${value}"`)
      .join('');
    const blend = styles.get('mix-blend-mode');
    const ground = name === 'svg' ? styles.get('background') : undefined;
    out += `<${name}${kept}${drawn}${blend ? ` style="mix-blend-mode:${blend}"` : ''}${end}>`;
    if (ground) out += `<rect width="100%" height="100%" fill="${resolve(ground, variables)}"/>`;
    if (!end) chain.push(styled);
  }
  return out;
}
