/** What the tools read from the command line; a slip is answered in a sentence, with the exit code 1 and no stack trace. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Says why a tool does nothing, and ends it. */
export function refuse(why: string): never {
  console.error(why);
  process.exit(1);
}

/** Returns the options and words that a tool was given; `usage` is told to who gave it others. */
export function readArguments<const T extends ParseArgsConfig>(usage: string, config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node goes on with advice that is not about this tool.
    const [what] = (error instanceof Error ? error.message : String(error)).split('. ');
    return refuse(`${what}. Usage: ${usage}`);
  }
}

/** Returns a folder in which there is a built site. */
export function builtSite(folder: string): string {
  return existsSync(join(folder, 'index.html'))
    ? folder
    : refuse(`There is no built site in ${folder}: run \`npm run build\` first.`);
}
