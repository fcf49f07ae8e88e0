/** Writes into the address, no oftener than browsers bear: Safari refuses more than 100 changes in 30 seconds. */

/** How long the address rests before it is replaced again, milliseconds. */
const REST = 300;
/** How long it rests where the browser has refused, milliseconds. */
const LONG_REST = 3000;

export class AddressWriter {
  /** What is to be written once the address has rested. */
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written = Number.NEGATIVE_INFINITY;

  /** Puts an address in the place of the present one: as soon as that has rested, unless another comes. */
  replace(url: string): void {
    const wait = this.#written + REST - performance.now();
    if (wait > 0) this.#wait(url, wait);
    else this.put(url);
  }

  /** Puts an address in the place of the present one at once. */
  put(url: string): void {
    this.#write(() => history.replaceState(null, '', url), url);
  }

  /** Adds an address, so that a step leads back to the one before, at once; what still waited for that one is written first. */
  push(url: string): void {
    this.#flush();
    this.#write(() => history.pushState(null, '', url), url);
  }

  /** Keeps beside the present address what a step back is to find there. */
  keep(state: unknown): void {
    this.#write(() => history.replaceState(state, ''));
  }

  /** Forgets what still waits. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }

  #flush(): void {
    if (this.#waiting !== undefined) this.put(this.#waiting);
  }

  #wait(url: string, wait: number): void {
    this.drop();
    this.#waiting = url;
    this.#timer = setTimeout(() => this.#flush(), wait);
  }

  /** Where the browser refuses, since there were too many, what is on the screen stays, and the address follows later. */
  #write(write: () => void, url?: string): void {
    this.drop();
    this.#written = performance.now();
    try {
      write();
    } catch {
      if (url !== undefined) this.#wait(url, LONG_REST);
    }
  }
}
