/** One script out of a module and all that it imports, which runs without being a module itself. */
import { build, type PluginOption } from 'vite';

export interface OneScriptOptions {
  /** Names that the module declares and the build puts in, with JSON of their values. */
  readonly define?: Readonly<Record<string, string>>;
  readonly plugins?: PluginOption[];
}

/** Returns the script of the module at a path. Throws if it cannot be made. */
export async function oneScript(entry: string, { define = {}, plugins = [] }: OneScriptOptions = {}): Promise<string> {
  const bundled = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    define,
    plugins,
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'script', fileName: 'script' } },
  });
  const [output] = Array.isArray(bundled) ? bundled : [bundled];
  if (!output || !('output' in output)) throw new Error(`${entry} could not be bundled.`);
  return output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
}
