import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DomainError } from "#core/errors.ts";

/** So much text is written at a time: a write for each record would take longer than making it. */
const PIECE = 1 << 16;

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** Writes text as it is made to a file, or to standard output; or says in words why it cannot be written. */
export async function writeText(texts: AsyncIterable<string>, file: string | undefined): Promise<void> {
  const readable = Readable.from(inPieces(texts));
  try {
    if (file === undefined) await pipeline(readable, process.stdout, { end: false });
    else await pipeline(readable, createWriteStream(file));
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    // Whoever read standard output has read enough.
    if (file === undefined && code === "EPIPE") return;
    if (syscall !== "open" && syscall !== "write") throw error;
    throw new DomainError("file_must_be_writable", { file: file ?? null, detail: message });
  }
}
