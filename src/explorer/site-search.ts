/** <site-search>: finds pages as the reader types. What it needs comes when its field is first used. */
import type { Found } from './search-index.ts';

/** Most results shown at once. */
const STEP = 20;

/** What is loaded on demand. */
interface Search {
  readonly find: (query: string) => Found[];
  readonly snippetOf: typeof import('./search-index.ts').snippetOf;
}

class SiteSearch extends HTMLElement {
  #find: Promise<Search> | undefined;
  #isLoaded = false;
  #shown = STEP;

  connectedCallback(): void {
    const field = this.#field;
    field.disabled = false;
    field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    field.addEventListener('input', () => {
      this.#shown = STEP;
      void this.#show();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#show();
    });
    this.#more.addEventListener('click', () => {
      const at = this.#list.children.length;
      this.#shown += STEP;
      void this.#show().then(() => this.#list.children[at]?.querySelector('a')?.focus());
    });
    addEventListener('hashchange', () => this.#read());
    this.#read();
  }

  get #field(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }
  get #list(): HTMLElement {
    return this.querySelector('ol') as HTMLElement;
  }
  get #more(): HTMLButtonElement {
    return this.querySelector('[data-part=more]') as HTMLButtonElement;
  }

  /** Takes the query from the address: behind the #, so that no server sees it. */
  #read(): void {
    const asked = new URLSearchParams(location.hash.slice(1)).get('q');
    if (asked === null || asked === this.#field.value) return;
    this.#field.value = asked;
    void this.#show();
  }

  #load(): Promise<Search> {
    const { index = '' } = this.dataset;
    this.#find ??= Promise.all([
      import('./search-index.ts'),
      fetch(index).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      }),
    ]).then(async ([{ searchIn, snippetOf }, documents]) => {
      const find = await searchIn(documents);
      this.#isLoaded = true;
      return { find, snippetOf };
    });
    this.#find.catch(() => {
      this.#find = undefined;
    });
    return this.#find;
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]');
    if (status && status.textContent !== text) status.textContent = text;
  }

  async #show(): Promise<void> {
    const query = this.#field.value.trim();
    const url = query ? `#${new URLSearchParams({ q: query })}` : location.pathname;
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // Safari refuses what changes too fast: a later letter writes it.
    }
    if (query === '') {
      this.#list.replaceChildren();
      this.#more.hidden = true;
      this.#say('');
      return;
    }
    let loaded: Search;
    if (!this.#isLoaded) this.#say('The search is being loaded.');
    try {
      loaded = await this.#load();
    } catch {
      this.#say('The search could not be loaded. Try again when you are online, or use the lists below.');
      return;
    }
    // What was typed meanwhile is shown by its own call.
    if (query !== this.#field.value.trim()) return;
    const found = loaded.find(query);
    this.#list.replaceChildren(...found.slice(0, this.#shown).map((one) => this.#row(one, loaded.snippetOf)));
    this.#more.hidden = found.length <= this.#shown;
    this.#say(
      found.length === 0
        ? 'Nothing found. Try fewer words, or another form of the name.'
        : `${found.length} ${found.length === 1 ? 'result' : 'results'}`,
    );
  }

  #row(
    { document: { kind, date, title, lang, path, text }, words }: Found,
    snippetOf: Search['snippetOf'],
  ): HTMLElement {
    const row = document.createElement('li');
    const link = Object.assign(document.createElement('a'), {
      href: `${this.dataset['base']}${path}`,
      textContent: title,
      ...(lang && { lang, dir: 'auto' }),
    });
    const label = Object.assign(document.createElement('span'), {
      className: 'label-text',
      textContent: date ? `${kind}, ${date}` : kind,
    });
    const snippet = document.createElement('p');
    snippet.className = 'label-text';
    snippet.append(
      ...snippetOf(text, words).map((part) =>
        part.isFound ? Object.assign(document.createElement('mark'), { textContent: part.text }) : part.text,
      ),
    );
    row.append(label, link, snippet);
    return row;
  }
}

customElements.define('site-search', SiteSearch);
