import { readFileSync } from "node:fs";
import { DomainError } from "#core/errors.ts";

/** What a file holds, or an error in words. */
export function bytesOfFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new DomainError("import_must_be_readable", `${file} cannot be read: ${(error as Error).message}`);
  }
}
