/**
 * The share dialog: the link to the exact view or to the page, system share sheet, QR code, the map as a picture, embed code,
 * citations, the same spot on other maps. Loaded when it is first asked for.
 */
import { renderSVG } from 'uqr';
import { CITATION_FORMATS, type CitationFormat, type CitationTemplates, fillCitation } from '../share/citation.ts';
import { elsewhere } from '../share/elsewhere.ts';
import { embedCode } from '../share/embed-code.ts';
import { encode } from '../share/link.ts';
import dialogStyles from '../styles/share.css?url';
import { loadStyles } from './load-styles.ts';
import { downloadPicture } from './map-picture.ts';
import { setMarkup } from './markup.ts';
import type { ShareLink } from './share-link.ts';

type Child = Node | string;

/** Makes an element; a property that is a function becomes a listener of that event. */
function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  props: Record<string, string | boolean | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const button = (text: string, press: () => void, primary = false): HTMLButtonElement =>
  make('button', { type: 'button', class: primary ? 'button primary' : 'button', click: press }, text);

/** Today as the reader's clock has it. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

class ShareDialog {
  readonly #from: ShareLink;
  readonly #dialog: HTMLDialogElement;
  readonly #said = make('p', { role: 'status', class: 'share-said' });
  #isExact = true;
  #templates: CitationTemplates | undefined;

  constructor(from: ShareLink) {
    this.#from = from;
    const title = 'share-title';
    this.#dialog = make('dialog', { class: 'share', 'aria-labelledby': title, close: () => this.#close() });
    this.#dialog.append(
      make(
        'header',
        {},
        make('h2', { id: title }, 'Share'),
        button('Close', () => this.#dialog.close()),
      ),
      this.#linkPart(),
      this.#said,
      ...(from.explorer ? [this.#picturePart()] : []),
      this.#embedPart(),
      this.#citePart(),
      ...(from.explorer ? [this.#elsewherePart()] : []),
    );
    // A press beside the dialog closes it; one on its margin, or a sweep that begins in it, does not.
    let isBeside = false;
    this.#dialog.addEventListener('pointerdown', ({ clientX, clientY }) => {
      const { left, right, top, bottom } = this.#dialog.getBoundingClientRect();
      isBeside = clientX < left || clientX > right || clientY < top || clientY > bottom;
    });
    this.#dialog.addEventListener('click', ({ target }) => {
      if (isBeside && target === this.#dialog) this.#dialog.close();
    });
  }

  async open(): Promise<void> {
    await loadStyles(dialogStyles).catch(() => {});
    // Asked for twice while it was on its way.
    if (document.querySelector('dialog.share')) return;
    // The map of a link may still be on its way.
    this.#from.explorer?.addEventListener('view-change', this.#update);
    this.#update();
    document.body.append(this.#dialog);
    this.#dialog.showModal();
  }

  #close(): void {
    this.#from.explorer?.removeEventListener('view-change', this.#update);
    this.#dialog.remove();
  }

  get #link(): string {
    return this.#isExact ? this.#from.link : this.#from.page;
  }

  #find<T extends HTMLElement>(part: string): T | null {
    return this.#dialog.querySelector<T>(`[data-part="${part}"]`);
  }

  /** Copies a text and says so; where there is no clipboard the field is chosen, to be copied by hand. */
  async #copy(field: HTMLInputElement | HTMLTextAreaElement, what: string): Promise<void> {
    // Said again, it is news again.
    this.#said.textContent = '';
    try {
      await navigator.clipboard.writeText(field.value);
      this.#said.textContent = `${what} copied.`;
    } catch {
      field.focus();
      field.select();
      this.#said.textContent = `${what} chosen: copy it with the keys or the menu of your device.`;
    }
  }

  #linkPart(): HTMLElement {
    const field = make('input', { readonly: true, class: 'field', 'aria-label': 'Link', 'data-part': 'link' });
    const choice = (name: string, text: string, isExact: boolean): HTMLElement => {
      const radio = make('input', {
        type: 'radio',
        name: 'share-what',
        value: name,
        change: () => {
          this.#isExact = isExact;
          this.#update();
        },
      });
      radio.defaultChecked = isExact;
      return make('label', {}, radio, ` ${text}`);
    };
    const { explorer } = this.#from;
    const tools = make(
      'p',
      { class: 'share-tools' },
      button('Copy link', () => void this.#copy(field, 'Link'), true),
    );
    if (typeof navigator.share === 'function')
      tools.append(
        button('Send …', () => {
          // Closed by the reader, or refused: then nothing was sent, and nothing is lost.
          navigator.share({ title: document.title, url: this.#link }).catch(() => {});
        }),
      );
    return make(
      'section',
      { 'aria-label': 'Link' },
      make(
        'fieldset',
        {},
        make('legend', {}, 'What the link opens'),
        choice('view', explorer ? 'Exactly this view' : 'Exactly this answer', true),
        choice('page', 'Just the page', false),
      ),
      make(
        'div',
        { class: 'share-link' },
        make('div', {}, field, tools),
        make('div', { class: 'share-qr', 'data-part': 'qr' }),
      ),
    );
  }

  #picturePart(): HTMLElement {
    const save = (kind: 'png' | 'svg') => async (): Promise<void> => {
      const { explorer } = this.#from;
      if (!explorer) return;
      this.#said.textContent = 'The picture is being made.';
      try {
        await downloadPicture(explorer, kind, this.#link);
        this.#said.textContent = `The picture was saved as ${kind.toUpperCase()}.`;
      } catch (error) {
        console.warn('The picture could not be made.', error);
        this.#said.textContent = 'The picture could not be made in this browser. A screenshot holds the credits too.';
      }
    };
    return make(
      'section',
      { 'aria-label': 'Picture' },
      make('h3', {}, 'Picture of this map'),
      make(
        'p',
        { class: 'share-tools' },
        button('Save as PNG', () => void save('png')()),
        button('Save as SVG', () => void save('svg')()),
      ),
      make(
        'p',
        { class: 'share-note' },
        'Day, address and credits stand on it. You may use it under CC BY 4.0; the map data under ODbL 1.0.',
      ),
    );
  }

  #embedPart(): HTMLElement {
    const code = make('textarea', {
      readonly: true,
      class: 'field',
      rows: '3',
      'aria-label': 'Embed code',
      'data-part': 'embed',
    });
    return make(
      'details',
      {},
      make('summary', {}, 'Embed'),
      code,
      make(
        'p',
        { class: 'share-tools' },
        button('Copy embed code', () => void this.#copy(code, 'Embed code')),
      ),
    );
  }

  #citePart(): HTMLElement {
    const field = make('textarea', {
      readonly: true,
      class: 'field',
      rows: '5',
      'aria-label': 'Citation',
      'data-part': 'cite',
    });
    const formats = make(
      'select',
      { class: 'field', 'aria-label': 'Format', 'data-part': 'format', change: () => this.#update() },
      ...Object.entries(CITATION_FORMATS).map(([key, name]) => make('option', { value: key }, name)),
    );
    return make(
      'details',
      { toggle: () => void this.#loadCitations() },
      make('summary', {}, 'Cite'),
      formats,
      field,
      make(
        'p',
        { class: 'share-tools' },
        button('Copy citation', () => {
          if (this.#templates) void this.#copy(field, 'Citation');
          else this.#said.textContent = 'There is no citation yet.';
        }),
      ),
    );
  }

  async #loadCitations(): Promise<void> {
    if (this.#templates) return;
    const address = this.#from.dataset['cite'] ?? '';
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      this.#templates = (await response.json()) as CitationTemplates;
      this.#update();
    } catch (error) {
      console.warn('The citations could not be loaded.', error);
      const field = this.#find<HTMLTextAreaElement>('cite');
      if (field)
        field.value = `The citations could not be loaded. Close this part and open it to try again. Link: ${this.#link}`;
    }
  }

  #elsewherePart(): HTMLElement {
    return make(
      'section',
      { 'aria-label': 'Other maps' },
      make('h3', {}, 'The same spot on other maps'),
      make('p', { class: 'share-places', 'data-part': 'places' }),
    );
  }

  /** Puts the present choice into every part. */
  readonly #update = (): void => {
    const { explorer } = this.#from;
    const link = this.#link;
    const field = this.#find<HTMLInputElement>('link');
    // What was copied is another link.
    if (field && field.value !== link) this.#said.textContent = '';
    if (field) field.value = link;
    const qr = this.#find('qr');
    if (qr) {
      setMarkup(qr, renderSVG(link, { ecc: 'M', border: 3 }));
      const svg = qr.querySelector('svg');
      svg?.setAttribute('role', 'img');
      svg?.setAttribute('aria-label', 'QR code of the link');
    }
    const embed = this.#find<HTMLTextAreaElement>('embed');
    if (embed) {
      const base = new URL(this.#from.dataset['embed'] ?? '', location.href).href;
      embed.value = embedCode(
        explorer && this.#isExact
          ? `${base}#${explorer.matches('.is-live') ? encode(explorer.view) : explorer.fragment}`
          : base,
        this.#from.dataset['title'] ?? document.title,
      );
    }
    const cite = this.#find<HTMLTextAreaElement>('cite');
    const format = (this.#find<HTMLSelectElement>('format')?.value ?? 'text') as CitationFormat;
    if (cite && this.#templates) cite.value = fillCitation(this.#templates[format], link, today());
    const places = this.#find('places');
    if (places && explorer)
      places.replaceChildren(
        ...elsewhere(explorer.view).map(({ name, href }) =>
          make('a', { href, rel: 'external noopener', target: '_blank' }, name),
        ),
      );
  };
}

/** Opens the dialog for what a <share-link> shares. */
export function openShareDialog(from: ShareLink): Promise<void> {
  return new ShareDialog(from).open();
}
