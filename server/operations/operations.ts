import type { RequestListener } from "node:http";
import type { Database } from "#db/client.ts";
import { readMigrations } from "#db/migrate.ts";
import { observeStatements } from "#db/statement-times.ts";
import type { JobObserver } from "#server/jobs/start-jobs.ts";
import { answerOperations } from "./answer-operations.ts";
import { answerText } from "./answer-text.ts";
import { databaseDoor } from "./database-door.ts";
import { type DatabaseFigures, databaseFigures } from "./database-figures.ts";
import { type Metrics, makeMetrics } from "./metrics.ts";
import { noteRendering, observeRequests } from "./observe-requests.ts";
import { answerOutage, needsDatabase } from "./outage-notice.ts";
import { type Life, type Readiness, readiness } from "./readiness.ts";
import { registerGauges } from "./register-gauges.ts";
import { pathOf } from "./route-class.ts";

interface Settings {
  readonly metricsToken: string | undefined;
  /** Whether requests come from a proxy of ours, whose ids may be kept. */
  readonly trustsSender: boolean;
}

/** What this process tells of itself to those who run it, and how it answers while its database is gone. */
export class Operations {
  readonly #metrics: Metrics = makeMetrics();
  readonly #settings: Settings;
  readonly #migrations = readMigrations().map(({ name }) => name);
  #life: Life = "starting";
  #database: Database | undefined;
  #isReachable: () => Promise<boolean> = async () => false;
  #figures: () => Promise<DatabaseFigures | undefined> = async () => undefined;
  #queueAskedAt: number | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    const { statementSeconds, failedStatements } = this.#metrics;
    observeStatements(({ kind, seconds, hasFailed }) => {
      statementSeconds.observe({ kind }, seconds);
      if (hasFailed) failedStatements.inc({ kind });
    });
    registerGauges(this.#metrics, {
      database: () => this.#database,
      isDatabaseReachable: () => this.#isReachable(),
      figures: () => this.#figures(),
    });
  }

  /** The database is open: from now on it can be asked. */
  watch(database: Database): void {
    this.#database = database;
    this.#isReachable = databaseDoor(() => database.ping());
    this.#figures = databaseFigures(database);
  }

  setLife(life: Life): void {
    this.#life = life;
  }

  /** From the first sign that this process is to stop, it asks for no more requests. */
  drainWhenStopped(): void {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => this.setLife("draining"));
  }

  /** For the job queue to tell how it does. */
  readonly jobs: JobObserver = {
    asked: () => {
      this.#queueAskedAt = performance.now();
    },
    ran: ({ name, hasFailed, seconds }) => {
      this.#metrics.jobs.inc({ name, outcome: hasFailed ? "failed" : "done" });
      this.#metrics.jobSeconds.observe({ name }, seconds);
    },
  };

  /** Around everything else: each request gets its id and is measured, and what concerns operations is answered at once. */
  around(answer: RequestListener): RequestListener {
    const sources = {
      readiness: () => this.#readiness(),
      registry: this.#metrics.registry,
      metricsToken: this.#settings.metricsToken,
    };
    return observeRequests(
      (request, response) => answerOperations(request, response, sources) || answer(request, response),
      { metrics: this.#metrics, trustsSender: this.#settings.trustsSender },
    );
  }

  /** Around the pages: files that do not exist and a database that is gone are told without rendering anything. */
  guard(answer: RequestListener, isMissing: (path: string) => boolean): RequestListener {
    return async (request, response) => {
      if (isMissing(pathOf(request.url))) {
        return answerText(response, 404, { type: "text/plain", text: "There is no such file.\n" });
      }
      if (needsDatabase(request) && !(await this.#isReachable())) return answerOutage(request, response);
      return answer(request, response);
    };
  }

  /** Around what renders pages, so that pages rendered and pages repeated are told apart. */
  rendering(answer: RequestListener): RequestListener {
    return noteRendering(answer);
  }

  async #readiness(): Promise<Readiness> {
    const isDatabaseReachable = await this.#isReachable();
    const askedAt = this.#queueAskedAt;
    return readiness({
      life: this.#life,
      isDatabaseReachable,
      figures: isDatabaseReachable ? await this.#figures() : undefined,
      migrations: this.#migrations,
      queueSilenceSeconds: askedAt === undefined ? undefined : (performance.now() - askedAt) / 1000,
    });
  }
}
