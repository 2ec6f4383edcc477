import { authorize } from "./authorize.ts";
import type { ServiceContext } from "./context.ts";
import { sessionsBegunAfter } from "./user/session-age.ts";

/** A device that has not signed in for this long is a stranger again. */
const DEVICE_KNOWN_MS = 180 * 24 * 60 * 60 * 1_000;

/** Removes what has no meaning any more: counts whose time is over, sessions that are too old, devices long unused. */
export async function sweepExpiredRows(ctx: ServiceContext): Promise<{ swept: number }> {
  authorize(ctx, "sweep_expired_rows");
  const { db, now } = ctx;
  const lastKnown = new Date(now.getTime() - DEVICE_KNOWN_MS);
  const counts = await db.rateLimit.deleteMany({ where: { expire: { lte: now } } });
  const sessions = await db.session.deleteMany({ where: { createdAt: { lte: sessionsBegunAfter(now) } } });
  const devices = await db.knownDevice.deleteMany({ where: { signedInAt: { lte: lastKnown } } });
  return { swept: counts.count + sessions.count + devices.count };
}
