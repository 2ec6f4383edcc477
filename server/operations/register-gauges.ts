import { Gauge } from "prom-client";
import type { Database } from "#db/client.ts";
import { hashingQueue } from "#services/user/password.ts";
import type { DatabaseFigures } from "./database-figures.ts";
import type { Metrics } from "./metrics.ts";

/** What the figures are read from; each may have nothing to tell yet. */
export interface GaugeSources {
  readonly database: () => Database | undefined;
  readonly isDatabaseReachable: () => Promise<boolean>;
  readonly figures: () => Promise<DatabaseFigures | undefined>;
}

type Value = number | undefined | Promise<number | undefined>;

/** Adds the figures that are asked for when the metrics are read; each is absent while it cannot be told. */
export function registerGauges({ registry }: Pick<Metrics, "registry">, sources: GaugeSources): void {
  const gauge = (name: string, help: string, value: () => Value) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const told = await value();
        if (told === undefined) this.remove();
        else this.set(told);
      },
    });
  const pool = () => sources.database()?.pool();
  gauge("parley_database_up", "1 while the database answers, otherwise 0.", async () =>
    Number(await sources.isDatabaseReachable()),
  );
  gauge("parley_pool_connections", "Connections to the database that are open.", () => pool()?.open);
  gauge("parley_pool_idle", "Connections to the database that nobody uses.", () => pool()?.idle);
  gauge("parley_pool_waiting", "Callers that wait for a connection to the database.", () => pool()?.waiting);
  gauge("parley_hashing_running", "Passwords that are being hashed.", () => hashingQueue().running);
  gauge("parley_hashing_waiting", "Passwords that wait to be hashed.", () => hashingQueue().waiting);
  gauge("parley_jobs_waiting", "Jobs that are due and wait.", async () => (await sources.figures())?.jobsWaiting);
  gauge(
    "parley_jobs_lag_seconds",
    "How long the oldest job that is due has waited.",
    async () => (await sources.figures())?.jobLagSeconds,
  );
  gauge("parley_seal_waiting", "Records that wait to be sealed.", async () => (await sources.figures())?.recordsToSeal);
  gauge(
    "parley_seal_lag_seconds",
    "How long the oldest record that is not sealed has waited.",
    async () => (await sources.figures())?.sealLagSeconds,
  );
  gauge(
    "parley_deliveries_waiting",
    "Domain events that consumers have not had yet, each counted once for each consumer.",
    async () => (await sources.figures())?.deliveriesWaiting,
  );
  gauge(
    "parley_deliveries_lag_seconds",
    "How long the oldest of them has waited.",
    async () => (await sources.figures())?.deliveryLagSeconds,
  );
}
