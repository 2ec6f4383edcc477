import { agentName } from "#core/request/agent-name.ts";
import type { Tx } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { countedNetwork, roughNetwork } from "#services/network-of.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import { transact } from "#services/transact.ts";
import type { CheckedPerson, SignInOrigin } from "./check-credentials.ts";
import { rememberDevice } from "./known-devices.ts";

/** Somebody with more sessions than this has the longest unused ones ended. */
const MAX_SESSIONS = 50;

interface Opening extends SignInOrigin {
  /** The `User-Agent` header. */
  readonly agent?: string | undefined;
  /** The session that the browser had until now, if any: its cookie is about to be replaced. */
  readonly replacedSessionId?: string | undefined;
}

export interface OpenedSession {
  readonly sessionId: string;
  /** What the device's cookie is to hold from now on. */
  readonly deviceToken: string;
}

/** A session under a new id. Nobody gets one whose password or role was changed after it was checked. */
async function insertSession(
  tx: Tx,
  { id, sessionVersion }: CheckedPerson,
  from: Opening,
): Promise<string | undefined> {
  const sessionId = timeOrderedId();
  const made = await tx.$executeRaw`
    INSERT INTO sessions (id, person_id, network, agent)
    SELECT ${sessionId}::uuid, id, ${roughNetwork(from.address)}, ${agentName(from.agent)}
    FROM users WHERE id = ${id}::uuid AND session_version = ${sessionVersion}`;
  return made === 1 ? sessionId : undefined;
}

/** Signs somebody in whose password has been checked: a new session, and a device that is known from now on. */
export function openSession(
  ctx: Pick<ServiceContext, "db">,
  person: CheckedPerson,
  from: Opening,
): Promise<OpenedSession | null> {
  return transact(ctx, async (tx) => {
    const sessionId = await insertSession(tx, person, from);
    if (!sessionId) return null;
    if (from.replacedSessionId) await tx.session.deleteMany({ where: { id: from.replacedSessionId } });
    await tx.$executeRaw`
      DELETE FROM sessions WHERE id IN (
        SELECT id FROM sessions WHERE person_id = ${person.id}::uuid
        ORDER BY last_seen_at DESC, id DESC OFFSET ${MAX_SESSIONS})`;
    const network = countedNetwork(from.address);
    const deviceToken = await rememberDevice(tx, { personId: person.id, token: from.deviceToken, network });
    return { sessionId, deviceToken };
  });
}
