/** The two events that tie the explorer's parts together: wishes go up, the view comes down. */
import type { View } from '../share/view.ts';

/** What a part asks for: a change of some of the view, or the view of an event or place. */
export type ViewRequest =
  | {
      readonly change: Partial<View>;
      /** A choice makes a step in the history, so that Back works; moving does not. */
      readonly isChoice: boolean;
    }
  | {
      readonly goTo: string;
      /** One of many, as in a walk from event to event: no step in the history. */
      readonly isQuiet?: boolean;
    };

declare global {
  interface HTMLElementEventMap {
    'view-request': CustomEvent<ViewRequest>;
    'view-change': CustomEvent<View>;
  }
}

/** Asks the explorer around an element for a view. */
export function requestView(from: HTMLElement, detail: ViewRequest): void {
  from.dispatchEvent(new CustomEvent<ViewRequest>('view-request', { detail, bubbles: true }));
}

/** Calls back with each new view of the explorer around an element. */
export function followView(element: HTMLElement, show: (view: View) => void): void {
  element.closest<HTMLElement>('corridor-explorer')?.addEventListener('view-change', (event) => show(event.detail));
}
