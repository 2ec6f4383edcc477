import type { Database } from "#db/client.ts";

/** What the database tells of the work that waits in it. */
export interface DatabaseFigures {
  /** How long the oldest job that is due has waited. */
  readonly jobLagSeconds: number;
  readonly jobsWaiting: number;
  /** How long the oldest record that is not sealed yet has waited. */
  readonly sealLagSeconds: number;
  readonly recordsToSeal: number;
  /** How long the oldest domain event has waited for one of its consumers, and for how many consumers events wait. */
  readonly deliveryLagSeconds: number;
  readonly deliveriesWaiting: number;
  /** The migrations that were carried through. */
  readonly migrations: readonly string[];
}

const FIGURES = `
SELECT jobs.waiting::int AS "jobsWaiting", COALESCE(jobs.lag, 0)::float8 AS "jobLagSeconds",
  leaves.waiting::int AS "recordsToSeal", COALESCE(leaves.lag, 0)::float8 AS "sealLagSeconds",
  deliveries.waiting::int AS "deliveriesWaiting", COALESCE(deliveries.lag, 0)::float8 AS "deliveryLagSeconds",
  (SELECT array_agg(migration_name::text) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS migrations
FROM (SELECT count(*) AS waiting, extract(epoch FROM clock_timestamp() - min(start_after)) AS lag
    FROM pgboss.job WHERE state < 'active' AND start_after <= clock_timestamp()) AS jobs,
  (SELECT count(*) AS waiting, extract(epoch FROM clock_timestamp() - min(queued_at)) AS lag FROM leaf_queue) AS leaves,
  (SELECT count(*) AS waiting, extract(epoch FROM clock_timestamp() - min(e.at)) AS lag
    FROM event_deliveries d JOIN domain_events e ON e.id = d.event_id) AS deliveries`;

/** Asks the database, in one statement. */
async function askFigures({ run }: Pick<Database, "run">): Promise<DatabaseFigures> {
  const [row] = await run(FIGURES);
  if (!row) throw new Error("The database told nothing of itself.");
  return row as unknown as DatabaseFigures;
}

const KEPT_MS = 1_000;
const PATIENCE_MS = 3_000;

/**
 * The figures, asked for once a second at most however many ask, and undefined where the database does not tell them soon.
 */
export function databaseFigures(db: Pick<Database, "run">): () => Promise<DatabaseFigures | undefined> {
  let latest: { at: number; figures: Promise<DatabaseFigures | undefined> } | undefined;
  return () => {
    if (latest && performance.now() - latest.at < KEPT_MS) return latest.figures;
    const figures = withinPatience(askFigures(db)).catch(() => undefined);
    latest = { at: performance.now(), figures };
    return figures;
  };
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error("The database did not answer in time.")), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
