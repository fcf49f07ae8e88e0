/**
 * What a Markdown or MDX body may hold. It is read by the parser that renders it, and everything but the few forms that
 * texts need is a problem: so no body can bring a script, a picture from elsewhere, or code that runs at build.
 */
import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import { badLink, hiddenIn, unwrittenIn } from '../model/plain-text.ts';
import { isId } from '../share/view.ts';

export interface ProseProblem {
  /** Counted from 1 within the body. */
  readonly line: number;
  /** The last line of what is wrong, where that is another. */
  readonly end?: number | undefined;
  readonly what: string;
}

const PLAIN = new Set(['root', 'paragraph', 'emphasis', 'strong', 'list', 'listItem', 'break']);

const CHART_FORM = 'a chart that is not written as <Chart id="..." />, with an id and nothing else';

/** What to do about a form that texts do not need. */
const INSTEAD: Readonly<Record<string, string>> = {
  code: 'indented or fenced as code. Begin the line without spaces',
  inlineCode: 'marked as code. Take the ` out',
  image: 'a picture. Pictures of numbers are written as <Chart id="..." />; others are not shown',
  imageReference: 'a picture. Pictures of numbers are written as <Chart id="..." />; others are not shown',
  definition: 'an address for links below the text. What is elsewhere is a source, cited as [@id]',
  linkReference: 'a link without its address. Write [words](event:id)',
  footnoteDefinition: 'a footnote. Cite as [@id]',
  footnoteReference: 'a footnote. Cite as [@id]',
  table: 'a table. Write a list, or a picture of numbers in content/charts',
  thematicBreak: 'a rule across the page. Write a heading, ###',
  blockquote: 'set apart as a quotation by >. Quote within a sentence, between quotation marks',
  delete: 'struck out by ~. Take the words out, and say under corrections what was wrong',
  mdxjsEsm: 'an import or export. A text runs no code: take it out',
};
const NO_CODE = 'is an expression in braces. A text runs no code: take the braces out';

interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
}
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly name?: string | null;
  readonly depth?: number;
  readonly start?: number | null;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/** Returns the value of an element's one attribute, or nothing where it has others or an expression. */
function only(name: string, { attributes = [] }: Node): string | undefined {
  const [one] = attributes;
  return attributes.length === 1 &&
    one?.type === 'mdxJsxAttribute' &&
    one.name === name &&
    typeof one.value === 'string'
    ? one.value
    : undefined;
}

/** Returns the words of a node and of all within it. */
const wordsIn = ({ value = '', children = [] }: Node): string => value + children.map(wordsIn).join('');

/** Returns what words show that was meant otherwise, and where in them. */
function problemIn(words: string): { readonly at: number; readonly what: string } | undefined {
  const hidden = hiddenIn(words);
  if (hidden) return hidden;
  const heading = /^#{2,6}(?=[^\s#])/m.exec(words);
  if (heading) return { at: heading.index, what: `this is no heading yet. Write a space after ${heading[0]}` };
  const at = words.indexOf('*');
  if (at !== -1)
    return { at, what: 'an asterisk is shown as it stands. Close what it opens, as **words**, or take it out' };
  return unwrittenIn(words);
}

/** Returns what is wrong with the form of one node, its children left aside. */
function problemOf(node: Node, isMdx: boolean): string | undefined {
  const { type, value = '', name } = node;
  if (type === 'list' && (node.start ?? 1) !== 1)
    return `a list whose first number is ${node.start}. Begin it with 1; where the number is a year or a day that ends a sentence, write it into the line before, or begin with another word`;
  if (PLAIN.has(type)) return undefined;
  if (type === 'heading') {
    const depth = node.depth ?? 1;
    if (depth !== 3) return `a heading ${depth < 3 ? 'of the page' : 'within a part'}. Write headings with ###`;
    if (wordsIn(node).trim() === '') return 'a heading without words. Write them after ###, or take it out';
    return node.children?.some((child) => child.type === 'emphasis' || child.type === 'strong')
      ? 'a heading with marks. Headings are shown as they stand: take out what makes words bold or stressed'
      : undefined;
  }
  if (type === 'link') {
    if (wordsIn(node).trim() === '') return `a link without words, which nobody sees. Write [words](${node.url ?? ''})`;
    if (node.title) return 'a link with a title of its own. Write [words](event:id)';
    return /^(?:event|place|page):[a-z0-9-]+$/.test(node.url ?? '') ? undefined : badLink(node.url ?? '');
  }
  if (type === 'html') {
    if (/^<i lang="[a-zA-Z-]+">$|^<\/i>$/.test(value)) return undefined;
    if (/^<!--(?:(?!--|[<>])[\s\S])*-->$/.test(value))
      return 'a remark, which would be published with the page. Put it among the fields above, on a line that begins with #';
    return `"${value.slice(0, 60)}" is markup. Write words; the one tag is <i lang="az">foreign words</i>, with their language`;
  }
  if (type === 'mdxFlowExpression' || type === 'mdxTextExpression')
    return /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(value) ? undefined : `{${value.slice(0, 60)}} ${NO_CODE}`;
  if (type === 'mdxJsxTextElement' && name === 'i' && /^[a-zA-Z-]+$/.test(only('lang', node) ?? '')) return undefined;
  if (type === 'mdxJsxFlowElement' && name === 'Chart') {
    const id = only('id', node);
    if (id !== undefined && (node.children ?? []).length === 0)
      return isId(id) ? undefined : `"${id}" is no id of a chart: use lower-case words and digits joined by hyphens`;
    return CHART_FORM;
  }
  if (type === 'mdxJsxTextElement' && name === 'Chart')
    return 'a chart within a paragraph. Give <Chart id="..." /> a line of its own, between empty lines';
  if (/^mdxJsx/.test(type))
    return `<${name ?? ''}> is no element of texts. Known here: <Chart id="..." /> and <i lang="az">foreign words</i>`;
  return INSTEAD[type] ?? `a ${type}. Write paragraphs, lists and headings${isMdx ? ' and charts' : ''}`;
}

/** A chart as it is written: what else a parser takes for one, the model does not find. */
const CHART = /^<Chart id="[^"]*" ?\/>$/;

/** Returns the headings of a body that are followed by another one, or by nothing. */
const headingsOfNothing = ({ children = [] }: Node): readonly Node[] =>
  children.filter(({ type }, i) => type === 'heading' && (children[i + 1]?.type ?? 'heading') === 'heading');

/** Returns what is wrong with the form of a body, each with its line. */
export function proseProblems(body: string, isMdx: boolean): ProseProblem[] {
  let root: MdastNode;
  try {
    root = (isMdx ? mdxToMdast : markdownToMdast)(body);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', words = message] =
      /^(\d+):\d+: ([\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(message.replace(/ \(\d+:\d+\)/, '')) ?? [];
    return [{ line: Number(line), what: `MDX: ${words}. Write < and { only for <Chart id="..." /> and <i lang="az">` }];
  }
  const found: ProseProblem[] = [];
  const empty = new Set(headingsOfNothing(root as Node));
  const lines = body.split('\n');
  const visit = (node: Node): void => {
    const { type, value = '' } = node;
    const line = node.position?.start.line ?? 1;
    if (type === 'text') {
      const inWords = problemIn(value);
      if (inWords) found.push({ line: line + value.slice(0, inWords.at).split('\n').length - 1, what: inWords.what });
      return;
    }
    const what =
      problemOf(node, isMdx) ??
      (empty.has(node) ? 'nothing stands below this heading. Write a paragraph there, or take it out' : undefined) ??
      (type === 'mdxJsxFlowElement' && !CHART.test((lines[line - 1] ?? '').trim()) ? CHART_FORM : undefined);
    if (what !== undefined) found.push({ line, end: node.position?.end.line, what });
    // What stands in a form that is refused goes with it.
    else for (const child of node.children ?? []) visit(child);
  };
  visit(root as Node);
  return found;
}

/** Returns a body in which nothing stands in the paragraphs that some problems are in: what else would be told of these may follow from them. */
export function withoutParagraphs(body: string, problems: readonly ProseProblem[]): string {
  const lines = body.split('\n');
  const isEmpty = (at: number): boolean => (lines[at] ?? '').trim() === '';
  const wrong = new Set<number>();
  for (const { line, end = line } of problems) {
    let [from, to] = [line - 1, end - 1];
    while (from > 0 && !isEmpty(from - 1)) from--;
    while (to < lines.length && !isEmpty(to + 1)) to++;
    for (let at = from; at <= to; at++) wrong.add(at);
  }
  return lines.map((one, at) => (wrong.has(at) ? '' : one)).join('\n');
}
