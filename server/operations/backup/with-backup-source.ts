import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DomainError } from "#core/errors.ts";
import { type Database, embeddedDatabase, openPostgres } from "#db/client.ts";
import { DirectoryInUseError } from "#db/directory-lock.ts";
import { openEmbedded } from "#db/embedded.ts";
import { ensureUsable } from "#db/ensure-usable.ts";
import { type Env, env } from "#server/env.ts";
import { type Control, readControl } from "./control-file.ts";

type Work<T> = (db: Database) => Promise<T>;

/**
 * Opens what a backup is made from. A Postgres is read beside whatever else works on it. The embedded database takes one
 * process at a time: while a server has it open, that server is asked for a copy of its files, and the backup is made from
 * the copy, so that the server is held up only while files are copied.
 */
export async function withBackupSource<T>(
  work: Work<T>,
  { DATABASE_URL: url, PARLEY_DATA_DIR: directory }: Pick<Env, "DATABASE_URL" | "PARLEY_DATA_DIR"> = env,
): Promise<T> {
  if (url === undefined) return fromEmbedded(directory, work);
  const db = await ensureUsable(await openPostgres(url), url);
  try {
    return await ofParley(db, work);
  } finally {
    await db.close();
  }
}

async function fromEmbedded<T>(directory: string, work: Work<T>): Promise<T> {
  if (!existsSync(join(directory, "postgres"))) throw nothingThere();
  try {
    return await fromFiles(directory, work);
  } catch (error) {
    const control = error instanceof DirectoryInUseError ? readControl(directory) : undefined;
    // A file that a killed server left says nothing of the process that has the directory now.
    if (!(error instanceof DirectoryInUseError) || control?.pid !== error.pid) throw error;
    const copy = await askForCopy(control);
    try {
      return await fromFiles(copy, work);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
}

async function fromFiles<T>(directory: string, work: Work<T>): Promise<T> {
  const { client, release } = await openEmbedded(directory);
  const db = embeddedDatabase(client, release);
  try {
    return await ofParley(db, work);
  } finally {
    await db.close();
  }
}

async function askForCopy({ port, token }: Control): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/copy`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  });
  const answer = z
    .object({ directory: z.string().optional(), message: z.string().optional() })
    .parse(await response.json());
  if (response.ok && answer.directory !== undefined) return answer.directory;
  throw new DomainError("backup_must_be_readable", { reason: "not_copied", detail: answer.message ?? "" });
}

/** Refuses a database that Parley has never opened. */
async function ofParley<T>(db: Database, work: Work<T>): Promise<T> {
  const [row] = await db.run("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found");
  if (!row?.found) throw nothingThere();
  return work(db);
}

function nothingThere(): DomainError {
  return new DomainError("subject_must_exist", { kind: "database" });
}
