/**
 * <share-link>: copies the link to the present view, and opens the share dialog, which is loaded then. Outside a map `data-link`
 * says what is shared, where it is not the page.
 */
import { copyLink } from './copy-link.ts';
import type { CorridorExplorer } from './corridor-explorer.ts';

export class ShareLink extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('[data-act="copy-link"]')?.addEventListener('click', async () => {
      if (this.#said) await copyLink(this.link, this.#said);
    });
    this.querySelector('[data-act="share"]')?.addEventListener('click', () => void this.#open());
  }

  get #said(): Element | null {
    return this.querySelector('[role=status]');
  }

  get explorer(): CorridorExplorer | null {
    return this.closest<CorridorExplorer>('corridor-explorer');
  }

  /** The address of the page alone. */
  get page(): string {
    return location.origin + location.pathname;
  }

  /** The address of what is on the screen. */
  get link(): string {
    const { explorer, dataset } = this;
    return new URL(explorer ? `#${explorer.fragment}` : (dataset['link'] ?? ''), this.page).href;
  }

  async #open(): Promise<void> {
    const said = this.#said;
    if (!said) return;
    said.textContent = 'One moment …';
    try {
      const { openShareDialog } = await import('./share-dialog.ts');
      await openShareDialog(this);
      said.textContent = '';
    } catch (error) {
      console.warn('The share dialog could not be loaded.', error);
      await copyLink(this.link, said);
      said.prepend('The share dialog could not be loaded. ');
    }
  }
}

customElements.define('share-link', ShareLink);
