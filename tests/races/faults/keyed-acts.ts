import { isDeepStrictEqual } from "node:util";
import { TRPCError } from "@trpc/server";
import { DomainError } from "#core/errors.ts";
import type { Database, Db } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import type { ServiceContext } from "#services/context.ts";
import { checkDatabase } from "#services/verify/check-database.ts";
import { expectNothingHalfDone } from "#tests/kill/stored.ts";
import { chainFaults, holdingFaults } from "#tests/races/price-chain.ts";
import { ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

/** A forecast or a trade with its key, and what it was answered with once it was done. */
export interface Sent {
  readonly key: string;
  readonly id: string;
  /** How often it was sent until an answer came. */
  readonly times: number;
}

interface Keyed {
  readonly kind: "forecast" | "trade";
  readonly key: string;
  readonly questionId: string;
}

/** Whoever is told so sends the same again, with the same key. */
const RETRYABLE = ["database_must_be_reachable", "database_must_take_changes", "load_must_stay_within_capacity"];
const MAX_TIMES = 100;

function isRetryable(error: unknown): boolean {
  return error instanceof TRPCError && error.cause instanceof DomainError && RETRYABLE.includes(error.cause.code);
}

function once(by: ServiceContext, db: Db, { kind, key, questionId }: Keyed): Promise<{ id: string }> {
  const caller = createCaller({ ...by, db, now: new Date() });
  if (kind === "forecast") {
    return caller.forecast.submit({ questionId, probabilities: [0.3], idempotencyKey: key });
  }
  const bought = { kind: "buy_budget", questionId, outcome: 0, side: "yes", budgetMicros: 500_000n } as const;
  return caller.market.trade({ ...bought, idempotencyKey: key });
}

/** Sends one until it is answered. What is refused for another reason than an outage is thrown. */
export async function sendUntilDone(by: ServiceContext, db: Db, keyed: Keyed): Promise<Sent> {
  for (let times = 1; ; times++) {
    try {
      return { key: keyed.key, id: (await once(by, db, keyed)).id, times };
    } catch (error) {
      if (!isRetryable(error) || times === MAX_TIMES) throw error;
    }
  }
}

/** Keys of which the database does not hold exactly the one effect that was answered with. */
export async function effectFaults({ prisma }: Database, sent: readonly Sent[]): Promise<string[]> {
  const select = { id: true, idempotencyKey: true };
  const where = { idempotencyKey: { not: null } };
  const stored = [
    ...(await prisma.forecast.findMany({ where, select })),
    ...(await prisma.trade.findMany({ where, select })),
  ];
  const ids = Map.groupBy(stored, ({ idempotencyKey }) => idempotencyKey);
  return sent.flatMap(({ key, id }) => {
    const effects = (ids.get(key) ?? []).map((row) => row.id);
    return effects.length === 1 && effects[0] === id ? [] : [`${key}: ${effects.length} effects, answered with ${id}`];
  });
}

/** What does not fit together in the books, the markets and the record. */
export async function bookFaults(database: Database, questionIds: readonly string[]): Promise<unknown[]> {
  const { prisma } = database;
  const faults: unknown[] = [...(await checkDatabase(prisma)).faults, ...(await holdingFaults(prisma))];
  const ledger = await ledgerFaults(prisma);
  if (!isDeepStrictEqual(ledger, NO_FAULTS)) faults.push(ledger);
  for (const questionId of questionIds) {
    faults.push(...(await chainFaults(prisma, questionId)));
    await expectNothingHalfDone(database, questionId);
  }
  return faults;
}
