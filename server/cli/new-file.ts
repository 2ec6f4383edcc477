import { existsSync, writeFileSync } from "node:fs";
import { DomainError } from "#core/errors.ts";

/** Throws when there is such a file: nothing that is there is written over, since it might be the one that is read. */
export function ensureFileIsNew(file: string | undefined): void {
  if (file === undefined || !existsSync(file)) return;
  throw new DomainError("file_must_not_exist", { file });
}

/** Writes a file that was not there, or says in words why it cannot. */
export function writeNewFile(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    throw new DomainError("file_must_be_writable", { file, detail: (error as Error).message });
  }
}
