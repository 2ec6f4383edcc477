import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const STATEMENT_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30];
const JOB_BUCKETS = [0.01, 0.05, 0.25, 1, 5, 15, 60, 300];

export type Metrics = ReturnType<typeof makeMetrics>;

/** What is measured of this process, in a registry of its own. */
export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: "parley_http_requests_total",
      help: "Requests answered, by the class of their route and the status; aborted when the client left.",
      labelNames: ["class", "status"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "parley_http_request_seconds",
      help: "Time from a request to the end of its answer, by the class of its route.",
      labelNames: ["class"],
      buckets: REQUEST_BUCKETS,
      registers,
    }),
    pageCache: new Counter({
      name: "parley_page_cache_total",
      help: "Pages repeated as they were rendered before (hit), and rendered anew (miss).",
      labelNames: ["result"],
      registers,
    }),
    statementSeconds: new Histogram({
      name: "parley_statement_seconds",
      help: "Time that statements took the database, by their first word.",
      labelNames: ["kind"],
      buckets: STATEMENT_BUCKETS,
      registers,
    }),
    failedStatements: new Counter({
      name: "parley_statements_failed_total",
      help: "Statements that the database refused or could not answer, by their first word.",
      labelNames: ["kind"],
      registers,
    }),
    jobs: new Counter({
      name: "parley_jobs_total",
      help: "Jobs that ran in this process, by name and outcome.",
      labelNames: ["name", "outcome"],
      registers,
    }),
    jobSeconds: new Histogram({
      name: "parley_job_seconds",
      help: "Time that jobs took, by name.",
      labelNames: ["name"],
      buckets: JOB_BUCKETS,
      registers,
    }),
  };
}
