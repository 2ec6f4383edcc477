import { DomainError } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { lockRows } from "#db/locks.ts";
import type { ServiceContext } from "./context.ts";
import { outageOf } from "./outage.ts";
import { deliverAfterCommit } from "./outbox/deliver-events.ts";
import { type Awaited, awaitedIn } from "./outbox/record-events.ts";

const ATTEMPTS = 3;
const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";
/** Raised by the database for what a bot would do after its owner has retired it. */
const BOT_RETIRED = "PA006";
const OUT_OF_RANGE = "22003";

/** The SQLSTATE behind an error of Prisma's, wherever this kind of error keeps it. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  if (error.code === "P2034") return SERIALIZATION_FAILURE;
  const meta = error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined;
  return meta?.driverAdapterError?.cause?.originalCode;
}

/** Whether the error is a broken unique key (on these columns or constraint names, when told). */
export function isUniqueViolation(error: unknown): boolean {
  return (
    (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") || sqlState(error) === "23505"
  );
}

/**
 * Runs a command's work in one READ COMMITTED transaction, and then lets consumers react to the domain events it recorded. Locks are taken inside, in the order that
 * `server/db/locks.ts` states; a transaction that still loses to another is tried again, a bounded number of times. `timeout` is
 * in milliseconds, for work that takes longer than a request may.
 */
export async function transact<T>(
  ctx: Pick<ServiceContext, "db">,
  work: (tx: Tx) => Promise<T>,
  { timeout }: { timeout?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let awaited: readonly Awaited[] = [];
    try {
      const result = await ctx.db.$transaction(
        async (tx) => {
          const done = await work(tx);
          awaited = awaitedIn(tx);
          return done;
        },
        timeout === undefined ? {} : { timeout },
      );
      await deliverAfterCommit(ctx, awaited);
      return result;
    } catch (error) {
      const state = sqlState(error);
      const lost = state === SERIALIZATION_FAILURE || state === DEADLOCK;
      if (lost && attempt < ATTEMPTS) continue;
      if (lost) {
        throw new DomainError("load_must_stay_within_capacity");
      }
      if (state === BOT_RETIRED) throw new DomainError("bot_must_not_be_retired");
      // Sums are whole numbers of 64 bits in the database: what would not fit is refused, and nothing of it is kept.
      if (state === OUT_OF_RANGE) throw new DomainError("amount_must_be_in_credits", { reason: "too_large" });
      throw outageOf(error) ?? error;
    }
  }
}

/** The database's clock, to the millisecond: the time that counts once a lock is held. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  if (!row) throw new Error("The database did not tell the time.");
  return row.now;
}

/** Locks one question until the transaction ends, so that nothing about it changes meanwhile. False when there is none. */
export async function lockQuestion(tx: Tx, questionId: string): Promise<boolean> {
  return (await lockRows(tx, "question", [questionId])).length === 1;
}
