/** The texts of the chapters as components. */
import type { Chapter } from '../model/world.ts';

/** The text of a chapter; `components` are what stands for its elements and for what it names, such as `Chart`. */
export type ChapterText = (props: { components?: Record<string, unknown> }) => unknown;

const texts = import.meta.glob('../../content/chapters/*.mdx', { eager: true }) as Record<
  string,
  { default: ChapterText }
>;

/** Returns the text of a chapter. */
export function chapterText({ file }: Chapter): ChapterText {
  const text = texts[`../../${file}`]?.default;
  if (!text) throw new Error(`${file} is no chapter.`);
  return text;
}
