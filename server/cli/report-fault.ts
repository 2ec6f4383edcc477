import { inspect } from "node:util";
import { DomainError } from "#core/errors.ts";
import { DirectoryInUseError } from "#db/directory-lock.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";

/** Says what ended a command in words, whatever is logged, and sets the exit status. Only a fault of ours shows a stack. */
export function reportFault(error: unknown, before = ""): void {
  process.exitCode = 1;
  process.stderr.write(`${before}${wordsOf(error)}\n`);
}

function wordsOf(error: unknown): string {
  if (error instanceof DomainError) return `${sentenceOf(error)} (${error.code})`;
  if (error instanceof DirectoryInUseError || isOfSettings(error)) return error.message;
  return inspect(error);
}

/** By its name: the module of its class is the one that could not be loaded. */
function isOfSettings(error: unknown): error is Error {
  return error instanceof Error && error.name === "SettingsError";
}
