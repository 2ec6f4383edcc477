import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { ensureDataDirectory } from "./data-directory.ts";
import { claimDirectory } from "./directory-lock.ts";

/** Opens the embedded Postgres in `directory`, alone: a second process would destroy it. */
export async function openEmbedded(directory: string): Promise<{ client: PGlite; release: () => void }> {
  ensureDataDirectory(directory);
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
