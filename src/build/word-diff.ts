/** Two wordings side by side, with the words marked that only one of them has. */
import { diffWordsWithSpace } from 'diff';
import { escapeMarkup } from '../model/map-drawing.ts';

/** Returns both wordings as HTML; differing words stand in `mark`. Letter case and punctuation count as part of a word. */
export function markDifferences(one: string, other: string): { one: string; other: string } {
  const parts = diffWordsWithSpace(one, other);
  const side = (left: 'added' | 'removed', marked: 'added' | 'removed'): string =>
    parts
      .filter((part) => !part[left])
      .map((part) => {
        if (!part[marked]) return escapeMarkup(part.value);
        // A space at the edge of a difference is no difference.
        const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part.value) ?? [];
        return words ? `${before}<mark>${escapeMarkup(words)}</mark>${after}` : part.value;
      })
      .join('')
      // Marks beside each other are one.
      .replace(/<\/mark>(\s+)<mark>/g, '$1')
      .trim();
  return { one: side('added', 'removed'), other: side('removed', 'added') };
}
