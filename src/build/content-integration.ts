/**
 * Ties `content/` to Astro: checks it before anything is built, reloads the page when it changes in `npm run dev`, and
 * turns the marks of the text (citations, links to events, places and other pages) into links.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { HastPluginDefinition, HastPluginEntry } from 'satteri';
import { type DevEnvironment, type EnvironmentModuleNode, isRunnableDevEnvironment, normalizePath } from 'vite';
import { ContentError } from '../assembly/problems.ts';
import { wordDay } from '../i18n/word-dates.ts';
import { WEAK } from '../i18n/words.ts';
import { restsOnReferences } from '../model/fairness.ts';
import { directionOf, langAttributes } from '../model/languages.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import { CITATION, citationAnchor, citationIds, EDITORS, whereaboutsIn } from '../model/prose.ts';
import { sourceOf } from '../model/source-of.ts';
import { anchorIds, headingAnchor } from '../model/text-anchors.ts';
import { paragraphView } from '../model/views.ts';
import { type Chapter, mapWorldOf, type World } from '../model/world.ts';
import { encodeShort } from '../share/link.ts';
import { CUT_SHORT } from './moved.ts';
import { readWorld } from './read-content.ts';

/** A foreign form of a Markdown body begins. */
const FOREIGN = /^<i lang="([a-zA-Z-]+)">$/;

let world: World | undefined;
const current = (): World => {
  world ??= readWorld(process.cwd()).world;
  return world;
};

/**
 * Has a server that is being edited on make the texts below a folder anew, and what imports them: the links in one text come
 * from the files of others, and one that could not be made before may be right now.
 */
function forgetBelow(folder: string, environment: DevEnvironment): void {
  const graph = environment.moduleGraph;
  const forgotten = new Set<EnvironmentModuleNode>();
  for (const one of graph.idToModuleMap.values())
    if (one.file?.startsWith(folder)) graph.invalidateModule(one, forgotten, undefined, true);
  if (!isRunnableDevEnvironment(environment)) return;
  const { evaluatedModules } = environment.runner;
  for (const { id } of forgotten) {
    const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
    if (evaluated) evaluatedModules.invalidateModule(evaluated);
  }
}

/** Stops a build on any content problem, before a page is written; in development it says them and goes on. */
export function contentIntegration(): AstroIntegration {
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        try {
          current();
        } catch (error) {
          if (!(error instanceof ContentError) || command !== 'dev') throw error;
          logger.error(error.message);
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = normalizePath(fileURLToPath(new URL('../../content/', import.meta.url)));
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (!normalizePath(path).startsWith(folder)) return;
          world = undefined;
          for (const environment of Object.values(server.environments)) forgetBelow(folder, environment);
          try {
            current();
          } catch (error) {
            logger.error(error instanceof Error ? error.message : String(error));
          }
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}

/** Tells whether a page is for search engines: an embed, the one file and the former address of a page are not. */
export function isForSearch(page: string, base: string): boolean {
  // Below the base, which may be of any name.
  const path = new URL(page).pathname.slice(base.replace(/\/?$/, '/').length);
  const moved = [...CUT_SHORT, ...current().moved].map(({ from }) => from);
  return !/^(?:embed|lachin-corridor)\//.test(path) && !moved.some((from) => from === path);
}

/**
 * Turns `[@source-id]` into numbered links to the list of sources, each citation with an id of its own, and `event:`,
 * `place:` and `page:` links into addresses.
 */
export function proseMarks(base: string): HastPluginEntry {
  return ({ fileURL }) => {
    const chapter = /\/chapters\/\d+-([^/]+)\.mdx$/.exec(fileURL?.pathname ?? '')?.[1] ?? '';
    let citations = 0;
    return proseMarksOf(base, chapter, () => citationAnchor(chapter, ++citations));
  };
}

/** Returns the links to events and places in an element, in order. */
function linksOf(node: { readonly children?: readonly unknown[] }): { kind: 'event' | 'place'; id: string }[] {
  return (node.children ?? []).flatMap((child) => {
    const { properties, children } = child as { properties?: { href?: unknown }; children?: readonly unknown[] };
    const [, kind, id = ''] = /^(event|place):(.*)$/.exec(String(properties?.href ?? '')) ?? [];
    return kind ? [{ kind: kind as 'event' | 'place', id }] : linksOf({ children: children ?? [] });
  });
}

/** Where links to former ids of an element lead: into it. */
const formerMarks = (ids: readonly string[]): object[] =>
  ids.map((id) => ({ type: 'element', tagName: 'span', properties: { id }, children: [] }));

/**
 * Gives the paragraphs of a chapter ids of their own, and each that says where and when it is a link to its view of the map.
 * Returns what is to be done with the next paragraph: its ids, that of today first, and the link.
 */
function paragraphMarks(
  base: string,
  chapter: Chapter,
): (links: ReturnType<typeof linksOf>) => { ids: readonly string[]; link?: object } {
  const world = current();
  const map = mapWorldOf(world);
  let [at, day] = [0, chapter.view.day];
  return (links) => {
    const ids = anchorIds(chapter, `p${chapter.paragraphs[at++]}`);
    const linked = whereaboutsIn(links)?.id;
    const view = linked && paragraphView(map, chapter, world.formerIds[linked] ?? linked, day);
    if (!view) return { ids };
    day = view.day;
    const event = map.events.find((one) => one.id === view.focus && firstDayOf(one.date) === day);
    const href = `${base}map/#${encodeShort(view)}`;
    return {
      ids,
      link: {
        type: 'element',
        tagName: 'a',
        properties: { className: ['to-map'], href },
        children: [{ type: 'text', value: `Map, ${wordDay(event?.date ?? day)}` }],
      },
    };
  };
}

/** The plugin for one document: a chapter, if `chapterId` is its id; `nextId` gives each citation its id. */
function proseMarksOf(base: string, chapterId: string, nextId: () => string): HastPluginDefinition {
  const chapter = current().chapters.find(({ id }) => id === chapterId);
  let nextParagraph: ReturnType<typeof paragraphMarks> | undefined;
  const mark = (id: string): { number: string; href: string } => {
    if (id === EDITORS) return { number: 'editors', href: `${base}about/#method` };
    const found = sourceOf(current(), id);
    return {
      number: String(found?.number ?? '?'),
      href: `${base}sources/#${found?.id ?? id}`,
    };
  };
  return {
    name: 'prose-marks',
    text(node, ctx) {
      const { value } = node;
      // The space before a mark may end a text of its own, after a line break.
      const next = ctx.parent(node)?.children[(ctx.indexOf(node) ?? 0) + 1];
      if (/\s$/.test(value) && next?.type === 'text' && next.value.startsWith('[@')) {
        ctx.replaceNode(node, { type: 'text', value: value.trimEnd() });
        return;
      }
      const found = [...value.matchAll(CITATION)];
      if (found.length === 0) return;
      const parts: object[] = [];
      let at = 0;
      for (const match of found) {
        const before = value.slice(at, match.index).replace(/\s+$/, '');
        // The word joiner keeps a mark on the line of its sentence.
        parts.push({ type: 'text', value: `${before}\u2060` });
        const links: object[] = citationIds(match[1] ?? '').flatMap<object>((id, i) => {
          const { number, href } = mark(id);
          const link = {
            type: 'element',
            tagName: 'a',
            properties: { href },
            children: [{ type: 'text', value: number }],
          };
          return i === 0 ? [link] : [{ type: 'text', value: ' ' }, link];
        });
        if (restsOnReferences(current(), citationIds(match[1] ?? '')))
          links.push(
            { type: 'text', value: ' ' },
            {
              type: 'element',
              tagName: 'span',
              properties: { className: ['weak'] },
              children: [{ type: 'text', value: WEAK }],
            },
          );
        parts.push({
          type: 'element',
          tagName: 'sup',
          properties: { className: ['cite'], id: nextId() },
          children: links,
        });
        at = match.index + match[0].length;
      }
      if (at < value.length) parts.push({ type: 'text', value: value.slice(at) });
      ctx.replaceNode(node, parts as never);
    },
    // Foreign words: as Markdown has them, and as MDX does.
    raw(node, ctx) {
      const tag = FOREIGN.exec(node.value)?.[1];
      if (tag && directionOf(tag)) ctx.replaceNode(node, { type: 'raw', value: `<i ${langAttributes(tag)}>` });
    },
    mdxJsxTextElement: {
      filter: ['i'],
      visit(node, ctx) {
        const lang = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'lang')?.value;
        const dir = typeof lang === 'string' ? directionOf(lang) : undefined;
        if (dir) ctx.setProperty(node, 'dir', dir);
      },
    },
    element: {
      filter: ['a', ...(chapter ? ['p', 'h3'] : [])],
      visit(node, ctx) {
        if (chapter && node.tagName === 'h3') {
          const [id, ...former] = anchorIds(chapter, headingAnchor(ctx.textContent(node)));
          ctx.setProperty(node, 'id', id);
          for (const mark of formerMarks(former)) ctx.prependChild(node, mark as never);
          return;
        }
        if (chapter && node.tagName === 'p') {
          if (ctx.parent(node)?.type !== 'root') return;
          nextParagraph ??= paragraphMarks(base, chapter);
          const { ids, link } = nextParagraph(linksOf(node));
          const [id, ...former] = ids;
          ctx.setProperty(node, 'id', id);
          for (const mark of formerMarks(former)) ctx.prependChild(node, mark as never);
          if (link) {
            ctx.appendChild(node, { type: 'text', value: ' ' } as never);
            ctx.appendChild(node, link as never);
          }
          return;
        }
        const href = String(node.properties?.['href'] ?? '');
        const [, kind, id] = /^(event|place|page):(.*)$/.exec(href) ?? [];
        if (kind === 'page') ctx.setProperty(node, 'href', `${base}${id}/`);
        else if (kind) ctx.setProperty(node, 'href', `${base}${kind}s/${current().formerIds[id ?? ''] ?? id}/`);
      },
    },
  };
}
