import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";

/** A person with more devices than this has the longest unused ones forgotten. */
const MAX_DEVICES = 20;

/** What a device's cookie holds is kept as its hash alone: a stolen table makes no device known. */
export const deviceHash = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Remembers that somebody signed in from this device and network. Gives what the device's cookie is to hold: what it holds
 * already, if that came from here, and otherwise something new, so that nobody can choose another's.
 */
export async function rememberDevice(
  tx: Tx,
  { personId, token, network }: { personId: string; token: string | undefined; network: string },
): Promise<string> {
  const isOurs = token !== undefined && (await tx.knownDevice.count({ where: { tokenHash: deviceHash(token) } })) > 0;
  const kept = isOurs ? token : randomBytes(32).toString("base64url");
  await tx.$executeRaw`
    INSERT INTO known_devices (id, person_id, token_hash, network)
    VALUES (${timeOrderedId()}::uuid, ${personId}::uuid, ${deviceHash(kept)}, ${network})
    ON CONFLICT (person_id, token_hash) DO UPDATE SET network = EXCLUDED.network, signed_in_at = clock_timestamp()`;
  await tx.$executeRaw`
    DELETE FROM known_devices WHERE id IN (
      SELECT id FROM known_devices WHERE person_id = ${personId}::uuid
      ORDER BY signed_in_at DESC, id DESC OFFSET ${MAX_DEVICES})`;
  return kept;
}
