import type { Source } from '../model/world.ts';
import type { Assembly } from './assembly.ts';

/** Says which sources are entered twice, and returns the later entries of these. */
export function checkAddresses({ entries, problems }: Assembly): ReadonlySet<string> {
  const sourceAt = new Map<string, string>();
  const enteredTwice = new Set<string>();
  for (const entry of entries.sources) {
    const url = entry.data.url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
    const other = sourceAt.get(url);
    if (other) {
      problems.say(entry, 'url', `is that of ${other}, too. Cite only one of the two, or correct the address`);
      enteredTwice.add(entry.id);
    } else sourceAt.set(url, entry.file);
  }
  return enteredTwice;
}

/** Numbers the sources by date, each with what rests on it; says on which nothing does. To be called when all is read. */
export function assembleSources({ entries, problems, citing }: Assembly, enteredTwice: ReadonlySet<string>): Source[] {
  // With a file that cannot be read, what it alone cites would look unused.
  if (problems.areAllRead)
    for (const { id, file } of entries.sources)
      if (citing.citedBy(id).length === 0 && !enteredTwice.has(id))
        problems.add({ file, what: `nothing cites this source. Cite it as [@${id}] or delete the file` });
  return [...entries.sources]
    .sort((a, b) => {
      const [x, y] = [a.data.date ?? '9999', b.data.date ?? '9999'];
      return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
    })
    .map(({ id, data: { corrections: _, ...data } }, i) => ({
      ...data,
      id,
      number: i + 1,
      citedBy: citing.citedBy(id),
    }));
}
