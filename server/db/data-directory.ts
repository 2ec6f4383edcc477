import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { SettingsError } from "#server/env.ts";

/**
 * Makes the data directory, for its owner alone, when there is none; an error in words when that cannot be. Its parents are
 * made one by one, since Node's own recursion does not end where the system answers that nothing can be made, as in /proc.
 */
export function ensureDataDirectory(directory: string): void {
  try {
    make(resolve(directory));
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { message } = error as Error;
    throw new SettingsError(`The data directory ${directory} (PARLEY_DATA_DIR) cannot be used: ${message}`);
  }
}

function make(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw new Error(`${path} is a file.`);
  if (dirname(path) !== path) make(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
