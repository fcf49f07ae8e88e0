/** <corridor-layers>: the legend as switch of layers. */
import { LAYERS } from '../share/view.ts';
import { followView, requestView } from './view-events.ts';

class CorridorLayers extends HTMLElement {
  connectedCallback(): void {
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    this.addEventListener('change', () => {
      const on = boxes.filter((box) => box.checked).map((box) => box.value);
      requestView(this, { change: { layers: LAYERS.filter((layer) => on.includes(layer)) }, isChoice: false });
    });
    followView(this, ({ layers }) => {
      for (const box of boxes) box.checked = (layers as readonly string[]).includes(box.value);
    });
  }
}

customElements.define('corridor-layers', CorridorLayers);
