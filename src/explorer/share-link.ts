/** <share-link>: copies the link to the present view and says whether it worked. */
import { encode } from '../share/link.ts';
import type { CorridorExplorer } from './corridor-explorer.ts';

class ShareLink extends HTMLElement {
  connectedCallback(): void {
    const said = this.querySelector('[role=status]');
    this.querySelector('button')?.addEventListener('click', async () => {
      const explorer = this.closest<CorridorExplorer>('corridor-explorer');
      if (!explorer || !said) return;
      const link = `${location.origin}${location.pathname}#${encode(explorer.view)}`;
      said.textContent = '';
      try {
        await navigator.clipboard.writeText(link);
        said.textContent = 'Link copied.';
      } catch {
        // No clipboard here: show the link, chosen, so that it can be copied by hand.
        const field = document.createElement('input');
        field.readOnly = true;
        field.value = link;
        field.setAttribute('aria-label', 'Link to this view');
        said.replaceChildren('Copy this link: ', field);
        field.select();
      }
    });
  }
}

customElements.define('share-link', ShareLink);
