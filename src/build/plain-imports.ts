/**
 * Vite wraps every `import()` of a script, so that what the script imports in turn is asked for beside it. The few small files
 * here do not earn that helper's kilobyte. This takes the helper, its lists and its wrappers out of the built scripts, and has
 * them import at once what is needed.
 */
import type { Plugin } from 'vite';

/** As the minifier writes an import: of names, or of a module whose names are kept together. */
const WRAPPED =
  /\b([\w$]+)\((?:\(\)=>(import\(`[^`]*`\)(?:\.then\(\w+=>\w+\.\w+\))?)|async\(\)=>\{let\{([^}]*)\}=await (import\(`[^`]*`\));return\{\3\}\})(?:,\[\])?\)/g;

/** Returns a built script with its imports as they were written. Throws if a form of them is not known here. */
export function withPlainImports(code: string): string {
  const [statement, helper] = /import\{(?:[\w$]+ as )?([\w$]+)\}from"\.\/preload-helper\.[^"]*";/.exec(code) ?? [];
  const bare = code.replace(/^const __vite__mapDeps=.*\n/, '').replace(/,__vite__mapDeps\(\[[\d,]*\]\)/g, '');
  if (!statement || !helper) {
    if (bare.includes('/preload-helper.'))
      throw new Error(
        'An import of Vite’s helper has a form that src/build/plain-imports.ts does not know: add it there.',
      );
    return bare;
  }
  let found = 0;
  const plain = bare.replace(statement, '').replace(WRAPPED, (whole, name, module, _names, named) => {
    if (name !== helper) return whole;
    found += 1;
    return module ?? named;
  });
  if (found !== plain.split('import(`').length - 1)
    throw new Error('A wrapped import() has a form that src/build/plain-imports.ts does not know: add it there.');
  return plain;
}

/** Which scripts a script imports at once, by their names. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** Returns a script and all that it imports at once, in turn. */
function withAll(file: string, imports: Imports): Set<string> {
  const all = new Set([file]);
  for (const one of all) for (const other of imports.get(one) ?? []) all.add(other);
  return all;
}

/** Returns a built script that asks for each script on demand and for all that this will import in one go, one trip of the line. */
export function withParallelImports(code: string, file: string, imports: Imports): string {
  const here = withAll(file, imports);
  const folder = file.replace(/[^/]*$/, '');
  return code.replace(/\bimport\(`\.\/([^`]*)`\)(?:\.then\((\w+)=>\2(\.\w+)\))?/g, (whole, name, _all, part = '') => {
    const needed = [...withAll(folder + name, imports)].slice(1).filter((one) => !here.has(one));
    const asked = [name, ...needed.map((one) => one.replace(folder, ''))].map((one) => `import(\`./${one}\`)`);
    return needed.length > 0 ? `Promise.all([${asked.join(',')}]).then(([e])=>e${part})` : whole;
  });
}

/** Returns the plugin. The helper has to be in a file of its own, which the bundle then does without. */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined,
    // The names are given before: what is done here has its part in them.
    augmentChunkHash: () => WRAPPED.source + withPlainImports + withParallelImports,
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((chunk) => chunk.type === 'chunk');
        const isHelper = (file: string): boolean => file.includes('/preload-helper.');
        const imports = new Map(
          chunks.map((chunk) => [chunk.fileName, chunk.imports.filter((file) => !isHelper(file))]),
        );
        for (const chunk of chunks)
          if (isHelper(chunk.fileName)) delete bundle[chunk.fileName];
          else chunk.code = withParallelImports(withPlainImports(chunk.code), chunk.fileName, imports);
      },
    },
  };
}
