import { SettingsError } from "#server/env.ts";

const MIN_VERSION = 150_000;

/** What a fault of the first connection means for whoever wrote the address, by its code. */
const MEANINGS: Record<string, string> = {
  ECONNREFUSED: "nothing answers there. Is Postgres running, and is the port right?",
  ENOTFOUND: "there is no machine of that name.",
  EAI_AGAIN: "there is no machine of that name.",
  ETIMEDOUT: "nothing answers there.",
  EHOSTUNREACH: "that machine cannot be reached.",
  "28P01": "Postgres refuses this user and password.",
  "28000": "Postgres refuses this user from here; see its pg_hba.conf.",
  "3D000": "there is no database of that name. Create it first.",
  "53300": "Postgres has no connection left.",
  "57P03": "Postgres is still starting. Try again in a moment.",
};

interface Opened {
  alone<T>(work: (run: (text: string) => Promise<Record<string, unknown>[]>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The database, once it is known to answer and to be new enough; otherwise an error in words, without the password. */
export async function ensureUsable<Of extends Opened>(db: Of, url: string): Promise<Of> {
  const { host, pathname } = new URL(url);
  const fail = async (why: string, cause?: unknown) => {
    await db.close();
    return new SettingsError(`The database of DATABASE_URL (${host}${pathname}) cannot be used: ${why}`, { cause });
  };
  const [row] = await db
    .alone((run) => run("SELECT current_setting('server_version_num')::int AS version, version() AS name"))
    .catch(async (error: Error & { code?: string }) => {
      throw await fail(MEANINGS[error.code ?? ""] ?? error.message, error);
    });
  if (Number(row?.version) >= MIN_VERSION) return db;
  throw await fail(`Parley needs Postgres 15 or later, and this is ${String(row?.name).split(" on ")[0]}.`);
}
