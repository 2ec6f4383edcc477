import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { lstat, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { DomainError } from "#core/errors.ts";

/** Half of the time that the default takes, for a tenth more bytes. */
const GZIP_LEVEL = 4;

/**
 * Writes the lines of a backup to a file, packed, for its owner alone: it holds addresses and the hashes of passwords. Only
 * when all of it is on the disk does it get its name, so that a file of that name is always whole.
 */
export async function writeBackup(file: string, lines: AsyncIterable<string>): Promise<{ bytes: number }> {
  await refuseTaken(file);
  const unfinished = `${file}.${process.pid}.unfinished`;
  const to = createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true });
  try {
    await once(to, "open");
  } catch (error) {
    throw new DomainError("backup_must_be_readable", { reason: "unwritable", file, detail: (error as Error).message });
  }
  try {
    await pipeline(Readable.from(lines), createGzip({ level: GZIP_LEVEL }), to);
    await refuseTaken(file);
    await rename(unfinished, file);
    return { bytes: (await stat(file)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** An earlier backup is never written over. */
async function refuseTaken(file: string): Promise<void> {
  const taken = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new DomainError("backup_must_be_readable", { reason: "unwritable", file, detail: error.message });
  });
  if (taken) throw new DomainError("backup_must_not_replace_a_file", { file });
}
