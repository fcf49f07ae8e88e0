// @ts-check
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Tells whether a file is there and can be run.
 * @param {string} path
 */
export function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns where a command is, in the folders of PATH and then in some others, if it is there.
 * @param {string} command
 * @param {readonly string[]} others
 * @returns {string | undefined}
 */
export function findCommand(command, others = []) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...others];
  return folders.map((folder) => join(folder, command)).find(runnable);
}
