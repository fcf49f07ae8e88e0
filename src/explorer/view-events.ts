/** The two events that tie the explorer's parts together: wishes go up, the view comes down. */
import type { View } from '../share/view.ts';

/** What a part asks for. */
export interface ViewRequest {
  readonly change: Partial<View>;
  /** A choice makes a step in the history, so that Back works; moving does not. */
  readonly isChoice: boolean;
}

declare global {
  interface HTMLElementEventMap {
    'view-request': CustomEvent<ViewRequest>;
    'view-change': CustomEvent<View>;
  }
}

/** Asks the explorer around an element for a change of the view. */
export function requestView(from: HTMLElement, change: Partial<View>, isChoice: boolean): void {
  from.dispatchEvent(new CustomEvent<ViewRequest>('view-request', { detail: { change, isChoice }, bubbles: true }));
}

/** Calls back with each new view of the explorer around an element. */
export function followView(element: HTMLElement, show: (view: View) => void): void {
  element.closest('corridor-explorer')?.addEventListener('view-change', (event) => {
    show((event as CustomEvent<View>).detail);
  });
}
