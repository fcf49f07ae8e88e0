/** YAML with the line of every field: plain values only, and slips of the keyboard in words for authors. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';

export interface YamlProblem {
  /** Counted from 1 within the text. */
  readonly line: number;
  readonly what: string;
}

export interface Yaml {
  readonly value: unknown;
  /** Returns the line of a field, such as `places.0`, if it is known. */
  readonly lineOf: (field: string) => number | undefined;
}

const QUOTES = 'Texts with a colon or a leading quote need quotes around them';
/** What to do about a slip, by the parser's code. */
const REMEDIES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces',
  BAD_INDENT: 'Indent the fields of one thing alike',
  BLOCK_AS_IMPLICIT_KEY: `${QUOTES}, and the fields of one thing begin in one column`,
  MISSING_CHAR: 'Close the quotation mark or the bracket that was opened',
  BAD_DQ_ESCAPE: 'In double quotes a \\ needs a second one; single quotes take it as it is',
  BAD_SCALAR_START: 'Texts that begin with @, ` or % need quotes around them',
};

/** Slips that follow from no other, by the parser's code. */
const OF_ITSELF: ReadonlySet<string> = new Set(['TAB_AS_INDENT', 'BAD_DQ_ESCAPE']);

/** Returns what to do about a slip that the parser's code does not tell from others. */
function remedyFor({ code, message, pos: [from] }: YAMLError, text: string): string | undefined {
  if (/^Flow /.test(message)) return REMEDIES['MISSING_CHAR'];
  if (/^Sequence item /.test(message)) return REMEDIES['BAD_INDENT'];
  // The quoted text has ended at a mark that was meant as a part of it.
  if (/^(?:Unexpected scalar at node end|Missing , or : between)/.test(message)) {
    const mark = text[from - 1];
    if (mark === "'") return "Within '…' an apostrophe is written twice, as '', or the text is put in double quotes";
    if (mark === '"') return 'Within "…" a quotation mark is written \\", or the text is put in single quotes';
  }
  if (/^A block sequence /.test(message)) {
    const [, name, empty] = /([A-Za-z]+): *(\[\]|\{\})[^\n]*\n\s*$/.exec(text.slice(0, from)) ?? [];
    if (name) return `Take the ${empty} after ${name}: out, since its entries stand below`;
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' || /^Implicit map keys /.test(message)) {
    const name = /^([A-Za-z]+:)\S/.exec(text.slice(from))?.[1];
    return name === undefined
      ? 'A text that goes on in a second line is indented there; a field has a colon and a space after its name'
      : `Write a space after ${name}`;
  }
  return undefined;
}

function messageOf(error: YAMLError, text: string): string {
  const { code, message } = error;
  const [from] = error.pos;
  if (code === 'DUPLICATE_KEY')
    return `YAML: ${/^[\w'"-]+/.exec(text.slice(from))?.[0] ?? 'a field'} stands here a second time. Keep one of the two`;
  if (code === 'MULTIPLE_DOCS') return 'YAML: a second document begins here. Take the line --- out';
  return `YAML: ${message}. ${remedyFor(error, text) ?? REMEDIES[code] ?? QUOTES}`;
}

/** Returns where the last quoted text of a document begins: the one that was not closed, where the parser has read on to the end for one. */
function lastQuote(document: Document): number | undefined {
  let from: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') from = range?.[0];
    },
  });
  return from;
}

/**
 * Returns what stands beside a text of several words from a number sign on, which YAML leaves out: it may be the rest of the
 * sentence. Beside an id or a number it is a note.
 */
function cutOff({ type, range }: Scalar, text: string): string | undefined {
  const [from = 0, end = 0] = range ?? [];
  if (type !== 'PLAIN' || !/\s/.test(text.slice(from, end))) return undefined;
  return /^[ \t]+(#.*)/.exec(text.slice(end))?.[1];
}

/** A no-break space where YAML needs a plain one: at the head of a line, or after the name of a field. */
const NO_BREAK = /^(?: *(?:- *)*|[ -]*[\w'"-]+:|[^"']*\{[^}"']*\w:) *([\u00a0\u2007\u202f\u3000])/;

/** Returns the lines with a no-break space that looks as if what YAML asks for stood there. */
const noBreakIn = (text: string): YamlProblem[] =>
  text.split('\n').flatMap((line, i) => {
    const sign = NO_BREAK.exec(line)?.[1];
    const code = sign?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return code === undefined
      ? []
      : [
          {
            line: i + 1,
            what: `YAML: a no-break space (U+${code}) stands here, which is no space to YAML. Write a plain one`,
          },
        ];
  });

/** Reads a text of YAML, or returns what is wrong with it. */
export function readYaml(text: string): Yaml | readonly YamlProblem[] {
  const noBreak = noBreakIn(text);
  if (noBreak.length > 0) return noBreak;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, version: '1.2', stringKeys: true });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  const twice = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  // One slip makes the parser stumble again and again: the first is the author's, and those that follow from no other.
  const slips =
    twice.length === document.errors.length
      ? twice
      : document.errors.filter(({ code, pos }, i, [first]) => {
          const isOnLineOfFirst = lineAt(pos[0]) === lineAt(first?.pos[0] ?? 0);
          return i === 0 || (OF_ITSELF.has(code) && !isOnLineOfFirst);
        });
  if (slips.length > 0)
    return slips.map((error) => {
      const [at] = error.pos;
      const isAtEnd = /^Missing closing/.test(error.message) && text.slice(at).trim() === '';
      return { line: lineAt((isAtEnd ? lastQuote(document) : undefined) ?? at), what: messageOf(error, text) };
    });
  if (document.directives.yaml.explicit || /^%/.test(text))
    return [{ line: 1, what: 'YAML: an order to the parser. Take the lines that begin with % out' }];

  const found: YamlProblem[] = [];
  const refuse = ({ range }: { range?: readonly number[] | null | undefined }, what: string, sign: string): void => {
    const whole = `YAML: ${what}, which is not read. A text that begins with ${sign} needs quotes around it`;
    if (!found.some((one) => one.what === whole)) found.push({ line: lineAt(range?.[0] ?? 0), what: whole });
  };
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) refuse(node, `*${node.source} repeats another field`, '*');
      else if (node.anchor) refuse(node, `&${node.anchor} names a field to be repeated`, '&');
      else if (node.tag) refuse(node, `${node.tag.replace('tag:yaml.org,2002:', '!!')} names a type`, '!');
      else if (isScalar(node)) {
        const cut = cutOff(node, text);
        if (cut)
          found.push({
            line: lineAt(node.range?.[0] ?? 0),
            what: `YAML: “${cut.slice(0, 40)}” is left out, as a note. Put the whole text in quotes, or the note on a line of its own`,
          });
      }
    },
  });
  if (found.length > 0) return found;

  const lineOf = (field: string): number | undefined => {
    const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    for (let length = path.length; length > 0; length--) {
      // A field is where its name stands; its value may begin a line later.
      const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]))
        : undefined;
      const node = pair?.key ?? document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return undefined;
  };
  return { value: document.toJS(), lineOf };
}
