/** Writes into the address, no oftener than browsers bear: Safari refuses more than 100 changes in 30 seconds. */

/** How long the address rests before it is replaced again, milliseconds. */
const REST = 300;
/** How long it rests where the browser has refused, milliseconds. */
const LONG_REST = 3000;

export class AddressWriter {
  /** What is to be written once the address has rested, and whether a step is to lead back from there. */
  #waiting: { readonly url: string; readonly isStep?: boolean | undefined } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written = Number.NEGATIVE_INFINITY;

  /** Puts an address in the place of the present one: as soon as that has rested, unless another comes. */
  replace(url: string): void {
    const wait = this.#written + REST - performance.now();
    // A step that the browser refused is one still.
    const isStep = this.#waiting?.isStep;
    if (wait > 0) this.#wait(url, isStep, wait);
    else this.#write(url, isStep);
  }

  /** Puts an address in the place of the present one at once. */
  put(url: string): void {
    this.#write(url);
  }

  /** Adds an address, so that a step leads back to the one before, at once; what still waited for that one is written first. */
  push(url: string): void {
    this.#flush();
    this.#write(url, true);
  }

  /** Keeps beside the present address what a step back is to find there. */
  keep(state: unknown): void {
    try {
      history.replaceState(state, '');
    } catch {
      // A step back finds the opening view.
    }
  }

  /** Forgets what still waits. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }

  #flush(): void {
    if (this.#waiting) this.#write(this.#waiting.url, this.#waiting.isStep);
  }

  #wait(url: string, isStep: boolean | undefined, wait: number): void {
    this.drop();
    this.#waiting = { url, isStep };
    this.#timer = setTimeout(() => this.#flush(), wait);
  }

  /** Where the browser refuses, since there were too many, what is on the screen stays, and the address follows later. */
  #write(url: string, isStep?: boolean | undefined): void {
    this.drop();
    this.#written = performance.now();
    try {
      history[isStep ? 'pushState' : 'replaceState'](null, '', url);
    } catch {
      this.#wait(url, isStep, LONG_REST);
    }
  }
}
