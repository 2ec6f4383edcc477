import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { LOCKING_FREE_ROWS } from "#db/locks.ts";
import { log } from "#server/log.ts";
import type { ServiceContext } from "#services/context.ts";
import { CONSUMERS, type Consumer } from "./consumers.ts";
import { type DomainEvent, storedEvent } from "./domain-events.ts";
import type { Awaited } from "./record-events.ts";

type EventFor<C extends Consumer> = DomainEvent<(typeof CONSUMERS)[C][number]>;

/**
 * What a consumer does. `within` a transaction that also removes the delivery: its effects happen once, whatever breaks off when.
 * Or `again`: in transactions of its own, over several events at once, so that it must have no other effect the second time.
 */
export type Reaction<C extends Consumer = Consumer> =
  | { readonly within: (tx: Tx, ctx: ServiceContext, event: EventFor<C>) => Promise<void> }
  | { readonly again: (ctx: ServiceContext, events: readonly EventFor<C>[]) => Promise<void> };

export type Reactions = { readonly [C in Consumer]: Reaction<C> };

let connected: Reactions | undefined;

/**
 * Says what consumers do; undefined lets events wait for another process. Whoever starts a process that runs commands calls it once:
 * consumers know all nouns, and no noun knows them.
 */
export function connectReactions(reactions: Reactions | undefined): void {
  connected = reactions;
}

/** How long somebody may work on a delivery before another takes it up. */
const LEASE_MS = 60_000;
/** After a failure: a second, two, four, and so on, up to an hour. */
const MAX_PAUSE_S = 3_600;
const MAX_AT_ONCE = 200;

interface Delivery {
  readonly eventId: bigint;
  readonly kind: string;
  readonly version: number;
  readonly payload: unknown;
}

type Which = readonly bigint[] | undefined;

const NAMES = Object.keys(CONSUMERS) as Consumer[];
const ofThese = (only: Which) => (only ? Prisma.sql`d.event_id = ANY (${[...only]}::bigint[])` : Prisma.sql`TRUE`);
const isDue = Prisma.sql`d.due_at <= clock_timestamp()`;

/**
 * Delivers what is due (some deliveries alone, when named) until nothing is, each consumer by itself, the earliest event first.
 * A failure is written down with when to try again, and stops nothing else.
 */
export async function deliverEvents(
  { db }: Pick<ServiceContext, "db">,
  only?: readonly Awaited[],
): Promise<{ delivered: number; failed: number }> {
  const counts = { delivered: 0, failed: 0 };
  if (!connected) return counts;
  for (const consumer of NAMES) {
    const ids = only?.filter((awaited) => awaited.consumer === consumer).map(({ eventId }) => eventId);
    // Those that are named end with the last of them, without another look for more: somebody waits for them.
    for (let left = ids?.length ?? Number.POSITIVE_INFINITY; left > 0; ) {
      const { delivered, failed } = await deliverSome(db, consumer, connected[consumer] as Reaction, ids);
      counts.delivered += delivered;
      counts.failed += failed;
      left = delivered + failed > 0 ? left - delivered - failed : 0;
    }
  }
  return counts;
}

async function deliverSome(db: Db, consumer: Consumer, reaction: Reaction, only: Which) {
  const ctx: ServiceContext = { actor: { kind: "job", name: consumer }, now: new Date(), db };
  return "within" in reaction
    ? deliverWithin(ctx, consumer, reaction.within, only)
    : deliverAgain(ctx, consumer, reaction.again, only);
}

/** The first delivery that is due and that nobody else holds, removed; the transaction decides whether it stays so. */
async function takeNext(tx: Tx, consumer: Consumer, only: Which): Promise<Delivery | undefined> {
  const [next] = await tx.$queryRaw<Delivery[]>`
    DELETE FROM event_deliveries x USING domain_events e
    WHERE x.consumer = ${consumer} AND e.id = x.event_id AND x.event_id = (
      SELECT d.event_id FROM event_deliveries d WHERE d.consumer = ${consumer} AND ${isDue} AND ${ofThese(only)}
      ORDER BY d.event_id LIMIT 1 ${LOCKING_FREE_ROWS})
    RETURNING e.id AS "eventId", e.kind, e.version, e.payload`;
  return next;
}

async function deliverWithin(
  ctx: ServiceContext,
  consumer: Consumer,
  react: (tx: Tx, ctx: ServiceContext, event: never) => Promise<void>,
  only: Which,
) {
  let taken: Delivery | undefined;
  try {
    await ctx.db.$transaction(async (tx) => {
      taken = await takeNext(tx, consumer, only);
      if (taken) await react(tx, ctx, storedEvent(taken) as never);
    });
    return { delivered: taken ? 1 : 0, failed: 0 };
  } catch (error) {
    if (!taken) throw error;
    await writeFailure(ctx.db, consumer, [taken.eventId], error);
    return { delivered: 0, failed: 1 };
  }
}

async function deliverAgain(
  ctx: ServiceContext,
  consumer: Consumer,
  react: (ctx: ServiceContext, events: never) => Promise<void>,
  only: Which,
) {
  const leased = await ctx.db.$queryRaw<Delivery[]>`
    UPDATE event_deliveries x SET due_at = clock_timestamp() + make_interval(secs => ${LEASE_MS / 1_000}::float8)
    FROM domain_events e
    WHERE x.consumer = ${consumer} AND e.id = x.event_id AND x.event_id IN (
      SELECT d.event_id FROM event_deliveries d WHERE d.consumer = ${consumer} AND ${isDue} AND ${ofThese(only)}
      ORDER BY d.event_id LIMIT ${MAX_AT_ONCE} ${LOCKING_FREE_ROWS})
    RETURNING e.id AS "eventId", e.kind, e.version, e.payload`;
  if (leased.length === 0) return { delivered: 0, failed: 0 };
  const ids = leased.map(({ eventId }) => eventId).sort((a, b) => (a < b ? -1 : 1));
  try {
    const byId = new Map(leased.map((delivery) => [delivery.eventId, delivery]));
    const events = ids.map((id) => storedEvent(byId.get(id) as Delivery));
    await react(ctx, events as never);
    await ctx.db.$executeRaw`
      DELETE FROM event_deliveries WHERE consumer = ${consumer} AND event_id = ANY (${ids}::bigint[])`;
    return { delivered: ids.length, failed: 0 };
  } catch (error) {
    await writeFailure(ctx.db, consumer, ids, error);
    return { delivered: 0, failed: ids.length };
  }
}

/** Writes down that consumers failed, and when they are to be tried again. */
async function writeFailure(db: Db, consumer: Consumer, ids: readonly bigint[], err: unknown): Promise<void> {
  log.error({ err, consumer, events: ids.map(String) }, "a consumer of domain events failed, and is tried again");
  await db.$executeRaw`
    UPDATE event_deliveries SET attempts = attempts + 1, error = ${String(err).slice(0, 500)},
      due_at = clock_timestamp() + make_interval(secs => least(${MAX_PAUSE_S}, 2 ^ least(attempts, 12))::float8)
    WHERE consumer = ${consumer} AND event_id = ANY (${[...ids]}::bigint[])`;
}

/**
 * Delivers what a command has just recorded, in its own process and before its caller goes on, so that nobody waits for the job. The
 * command has happened: what fails here is delivered by the job.
 */
export async function deliverAfterCommit(ctx: Pick<ServiceContext, "db">, awaited: readonly Awaited[]): Promise<void> {
  if (awaited.length === 0) return;
  try {
    await deliverEvents(ctx, awaited);
  } catch (err) {
    log.error(
      { err, events: awaited.map(({ eventId }) => String(eventId)) },
      "domain events could not be delivered just now, and wait for the job",
    );
  }
}
