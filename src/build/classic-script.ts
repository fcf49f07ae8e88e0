/**
 * One script out of a module and all that it imports, to be run as a classic script. A frame that is closed in by `sandbox`
 * has no origin: it may load scripts, but neither modules nor data.
 */
import { resolve } from 'node:path';
import { leafletPlugin } from './lean-leaflet.ts';
import { oneScript } from './one-script.ts';

/** What takes another form in a classic script, by the name under which it is imported. */
const TWINS: Readonly<Record<string, string>> = {
  './map-data.ts': '../explorer/map-data-classic.ts',
  './live-styles.ts': '../explorer/live-styles-classic.ts',
};

const made = new Map<string, Promise<string>>();

/** Returns the script of a module in `src/explorer/`, such as `embed.ts`. */
export function classicScript(name: string): Promise<string> {
  let script = made.get(name);
  if (!script || import.meta.env.DEV) {
    script = bundle(name);
    made.set(name, script);
  }
  return script;
}

function bundle(name: string): Promise<string> {
  // From the folder of the project: this module is built elsewhere.
  const here = (path: string): string => resolve('src/build', path);
  return oneScript(here(`../explorer/${name}`), {
    plugins: [
      leafletPlugin(),
      {
        name: 'classic-twins',
        enforce: 'pre',
        resolveId: (id: string) => (TWINS[id] ? here(TWINS[id]) : undefined),
      },
    ],
  });
}
