import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { claimDirectory } from "./directory-lock.ts";

/** Opens the embedded Postgres in `directory`, alone: a second process would destroy it. */
export async function openEmbedded(directory: string): Promise<{ client: PGlite; release: () => void }> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const release = claimDirectory(directory);
  try {
    const client = await PGlite.create({ dataDir: join(directory, "postgres"), relaxedDurability: false });
    await client.exec("SET timezone = 'UTC'");
    return { client, release };
  } catch (error) {
    release();
    throw error;
  }
}
