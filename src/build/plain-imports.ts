/**
 * Vite wraps every `import()` of a script, so that what the script imports in turn is asked for before it. The few small files
 * here do not earn that helper's kilobyte. This takes the helper, its lists and its wrappers out of the built scripts.
 */
import type { Plugin } from 'vite';

/** As the minifier writes an import: of names, or of a module whose names are kept together. */
const WRAPPED =
  /\b([\w$]+)\((?:\(\)=>(import\(`[^`]*`\)(?:\.then\(\w+=>\w+\.\w+\))?)(?:,\[\])?|async\(\)=>\{let\{([^}]*)\}=await (import\(`[^`]*`\));return\{\3\}\})\)/g;

/** Returns a built script with its imports as they were written. Throws if a form of them is not known here. */
export function withPlainImports(code: string): string {
  const [statement, helper] = /import\{[\w$]+ as ([\w$]+)\}from"\.\/preload-helper\.[^"]*";/.exec(code) ?? [];
  const bare = code.replace(/^const __vite__mapDeps=.*\n/, '').replace(/,__vite__mapDeps\(\[[\d,]*\]\)/g, '');
  if (!statement || !helper) return bare;
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

/** Returns the plugin. The helper has to be in a file of its own, which the bundle then does without. */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined,
    // The names are given before: what is done here has its part in them.
    augmentChunkHash: () => WRAPPED.source + withPlainImports,
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [file, chunk] of Object.entries(bundle))
          if (file.includes('/preload-helper.')) delete bundle[file];
          else if (chunk.type === 'chunk') chunk.code = withPlainImports(chunk.code);
      },
    },
  };
}
