import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDataDirectory } from "#db/data-directory.ts";
import { env } from "#server/env.ts";
import { ensureReachIsMeant } from "#server/reach.ts";
import { keepOutOfLogs } from "#server/without-secrets.ts";

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
 * The secret that signs sessions. Where only this machine reaches the instance, one is generated and kept in the data directory; an instance that is
 * served to others must be given its own, so that all its processes share it and a lost disk does not end every session.
 */
export function sessionSecret(): string {
  ensureReachIsMeant();
  if (secret === undefined) {
    secret = env.NEXTAUTH_SECRET ?? generatedSecret();
    keepOutOfLogs(secret);
  }
  return secret;
}
