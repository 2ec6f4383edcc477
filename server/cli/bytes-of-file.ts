import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { DomainError } from "#core/errors.ts";

const PIECE = 1 << 20;

function unreadable(file: string, error: unknown): DomainError {
  return new DomainError("import_must_be_readable", { reason: "unreadable", file, detail: (error as Error).message });
}

/** What a file holds, or an error in words. */
export function bytesOfFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** What a file holds, a piece after another, so that it may be larger than memory; or an error in words. */
export function* piecesOfFile(file: string): Generator<Buffer> {
  let handle: number | undefined;
  try {
    handle = openSync(file, "r");
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(handle, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw unreadable(file, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
