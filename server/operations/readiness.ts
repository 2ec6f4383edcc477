import type { DatabaseFigures } from "./database-figures.ts";

export type Life = "starting" | "ready" | "draining";

/** What readiness is decided by; undefined where it cannot be told. */
export interface Vitals {
  readonly life: Life;
  readonly isDatabaseReachable: boolean;
  readonly figures: DatabaseFigures | undefined;
  /** The migrations that this Parley was written for. */
  readonly migrations: readonly string[];
  /** Since this process last asked the queue for work, with success; undefined before the first time. */
  readonly queueSilenceSeconds: number | undefined;
}

/** The queue is asked every ten seconds: a process that has not for so long does no jobs. */
const MAX_QUEUE_SILENCE_SECONDS = 60;

export interface Readiness {
  readonly status: "ready" | "unready";
  readonly reason?: string;
  readonly message?: string;
  readonly checks: Readonly<Record<"database" | "migrations" | "jobs", Readonly<Record<string, unknown>>>>;
}

/** Why requests should go elsewhere for now, or nothing. The first reason counts. */
function whyNot(vitals: Vitals, missing: readonly string[] | undefined): [string, string] | undefined {
  const { life, isDatabaseReachable, queueSilenceSeconds = Number.POSITIVE_INFINITY } = vitals;
  if (life === "starting") return ["starting", "This process is still starting."];
  if (life === "draining") return ["draining", "This process answers what it was asked and then stops."];
  if (!isDatabaseReachable) return ["database_unreachable", "The database does not answer."];
  if (missing === undefined) return ["database_silent", "The database does not tell its state."];
  if (missing.length > 0) return ["migrations_missing", `Migrations are missing: ${missing.join(", ")}.`];
  if (queueSilenceSeconds > MAX_QUEUE_SILENCE_SECONDS) {
    return ["jobs_stopped", `This process has not asked the queue for work for ${MAX_QUEUE_SILENCE_SECONDS} seconds.`];
  }
  return undefined;
}

/** Whether this process should be sent requests, with the reason in words where it should not. */
export function readiness(vitals: Vitals): Readiness {
  const { figures, isDatabaseReachable, queueSilenceSeconds } = vitals;
  const missing = figures && vitals.migrations.filter((name) => !figures.migrations.includes(name));
  const reason = whyNot(vitals, missing);
  return {
    status: reason ? "unready" : "ready",
    ...(reason ? { reason: reason[0], message: reason[1] } : {}),
    checks: {
      database: { reachable: isDatabaseReachable },
      migrations: missing ? { applied: vitals.migrations.length - missing.length, missing } : {},
      jobs: {
        secondsSinceAsked: rounded(queueSilenceSeconds),
        waiting: figures?.jobsWaiting,
        lagSeconds: rounded(figures?.jobLagSeconds),
        sealLagSeconds: rounded(figures?.sealLagSeconds),
      },
    },
  };
}

function rounded(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * 10) / 10;
}
