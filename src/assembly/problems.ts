/** What an author has to mend: gathered while the content is read and joined, and told all at once. */
import { seen } from '../model/plain-text.ts';
import type { Entry } from './entries.ts';

/** Something an author has to mend. */
export interface Problem {
  readonly file: string;
  readonly line?: number | undefined;
  /** What is wrong and what to do, in one or two sentences. */
  readonly what: string;
}

/** Thrown with every problem found; its message is the list an author reads. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, what }) => seen(`  ${file}${line ? `:${line}` : ''}  ${what}`));
    const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
    super(`${count} in the content; nothing was built.\n${lines.join('\n')}`);
    this.name = 'ContentError';
    // What to do is in the message; where in our code it was thrown helps no author.
    this.stack = '';
    this.problems = problems;
  }
}

/** The problems of one assembly, in the order in which they are found. */
export class Problems {
  readonly #earlier: readonly Problem[];
  readonly #found: Problem[];
  #isOneLost = false;

  /** `earlier`: those found while the files were read. */
  constructor(earlier: readonly Problem[]) {
    this.#earlier = earlier;
    this.#found = [...earlier];
  }

  /** Those found so far, the earlier ones first. */
  get all(): readonly Problem[] {
    return this.#found;
  }

  /** Whether every file is there and could be read: else what one that could not alone says, or cites, would look missing. */
  get areAllRead(): boolean {
    return this.#earlier.length === 0 && !this.#isOneLost;
  }

  /** Tells whether something was wrong with a file before it could be joined with others. */
  hasEarlier(isMeant: (file: string) => boolean): boolean {
    return this.#earlier.some(({ file }) => isMeant(file));
  }

  add(problem: Problem): void {
    this.#found.push(problem);
  }

  /** Says what is wrong with a field of a file. */
  say(entry: Entry<unknown>, field: string, what: string): void {
    this.add({ file: entry.file, line: entry.lineOf(field), what: `${field}: ${what}` });
  }

  /** Says that a file is not there, unless it was said why it cannot be read. */
  sayLost(name: string): void {
    this.#isOneLost = true;
    const file = `content/${name}.yaml`;
    const lacks = name === 'site' ? ', so the site has no name' : '';
    if (!this.hasEarlier((other) => other === file))
      this.add({ file, what: `cannot be read${lacks}. Mend or restore it` });
  }

  /** Says that a former id is the id, or a former id, of another file or of this one. */
  sayTaken(entry: Entry<unknown>, former: string, other: string): void {
    if (other === entry.file) this.say(entry, 'formerIds', `"${former}" is its own id. Take it out`);
    else this.say(entry, 'formerIds', `"${former}" is in use by ${other}; take it out of one of the two`);
  }
}
