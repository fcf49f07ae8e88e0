/** <share-link>: copies the link to the present view and says whether it worked. */
import { encode } from '../share/link.ts';
import { copyLink } from './copy-link.ts';
import type { CorridorExplorer } from './corridor-explorer.ts';

class ShareLink extends HTMLElement {
  connectedCallback(): void {
    const said = this.querySelector('[role=status]');
    this.querySelector('button')?.addEventListener('click', async () => {
      const explorer = this.closest<CorridorExplorer>('corridor-explorer');
      if (!explorer || !said) return;
      const link = `${location.origin}${location.pathname}#${encode(explorer.view)}`;
      await copyLink(link, said, 'Link to this view');
    });
  }
}

customElements.define('share-link', ShareLink);
