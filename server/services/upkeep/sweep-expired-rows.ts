import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { sessionsBegunAfter } from "#services/user/session-age.ts";

/** A device that has not signed in for this long is a stranger again. */
const DEVICE_KNOWN_MS = 180 * 24 * 60 * 60 * 1_000;

/** Domain events are kept so long after they happened, to look at and to hand to a consumer that missed them. */
const EVENT_KEPT_MS = 30 * 24 * 60 * 60 * 1_000;
const MAX_EVENTS_SWEPT = 10_000;

/**
 * Removes what has no meaning any more: counts whose time is over, sessions that are too old, devices long unused, domain events that
 * every consumer has had.
 */
export async function sweepExpiredRows(ctx: ServiceContext): Promise<{ swept: number }> {
  authorize(ctx, "sweep_expired_rows");
  const { db, now } = ctx;
  const lastKnown = new Date(now.getTime() - DEVICE_KNOWN_MS);
  const counts = await db.rateLimit.deleteMany({ where: { expire: { lte: now } } });
  const sessions = await db.session.deleteMany({ where: { createdAt: { lte: sessionsBegunAfter(now) } } });
  const devices = await db.knownDevice.deleteMany({ where: { signedInAt: { lte: lastKnown } } });
  const events = await db.$executeRaw`
    DELETE FROM domain_events WHERE id IN (
      SELECT e.id FROM domain_events e
      WHERE e.at <= ${new Date(now.getTime() - EVENT_KEPT_MS)} AND NOT EXISTS (SELECT FROM event_deliveries d WHERE d.event_id = e.id)
      ORDER BY e.at LIMIT ${MAX_EVENTS_SWEPT})`;
  return { swept: counts.count + sessions.count + devices.count + events };
}
