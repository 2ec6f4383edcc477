import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDataDirectory } from "#db/data-directory.ts";
import { env, publicOrigin, SettingsError } from "#server/env.ts";
import { keepOutOfLogs } from "#server/without-secrets.ts";

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

function generatedSecret(): string {
  const file = join(env.PARLEY_DATA_DIR, "session-secret");
  ensureDataDirectory(env.PARLEY_DATA_DIR);
  try {
    writeFileSync(file, randomBytes(48).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

let secret: string | undefined;

/**
 * The secret that signs sessions. On localhost one is generated and kept in the data directory; an instance that is
 * served to others must be given its own, so that all its processes share it and a lost disk does not end every session.
 */
export function sessionSecret(): string {
  if (!env.NEXTAUTH_SECRET && !LOCAL_HOSTS.includes(new URL(publicOrigin()).hostname)) {
    throw new SettingsError("Set NEXTAUTH_SECRET to at least 32 random characters: PARLEY_URL is not on localhost.");
  }
  if (secret === undefined) {
    secret = env.NEXTAUTH_SECRET ?? generatedSecret();
    keepOutOfLogs(secret);
  }
  return secret;
}
