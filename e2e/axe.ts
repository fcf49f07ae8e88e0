/** What axe finds on a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules of WCAG 2.2, levels A and AA, and those of good practice. */
export const STRICT = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/**
 * Returns each rule that is broken, with where, empty where none is. Axe runs in the page itself and keeps no list of what it found in
 * order, which takes a quarter of the time of its default; frames of other origins are passed over.
 *
 * @param within - Selectors of what is looked at; the whole page where there is none.
 * @param tags - The tags of the rules that are tried; all that axe tries of itself where there is none.
 */
export async function axeFinds(
  page: Page,
  { within = [], tags = [] }: { within?: readonly string[]; tags?: readonly string[] } = {},
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  for (const selector of within) axe.include(selector);
  if (tags.length > 0) axe.withTags([...tags]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
