import { DomainError } from "#core/errors.ts";
import { DirectoryInUseError } from "#db/directory-lock.ts";

/** Says what went wrong in words, and sets the exit status. Only a fault of ours shows a stack. */
export function reportFault(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof DomainError) console.error(`${error.message} (${error.code})`);
  else if (error instanceof DirectoryInUseError) console.error(error.message);
  else console.error(error);
}
