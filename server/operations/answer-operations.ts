import type { IncomingMessage, ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import { answerText } from "./answer-text.ts";
import { mayReadMetrics } from "./may-read-metrics.ts";
import type { Readiness } from "./readiness.ts";
import { pathOf } from "./route-class.ts";

/** What the answers are read from. */
export interface OperationsSources {
  readonly readiness: () => Promise<Readiness>;
  readonly registry: Registry;
  readonly metricsToken: string | undefined;
}

type Answer = (request: IncomingMessage, response: ServerResponse, sources: OperationsSources) => Promise<void>;

const json = (value: unknown) => ({ type: "application/json", text: `${JSON.stringify(value)}\n` });

const ANSWERS: Record<string, Answer> = {
  /** The process answers: nothing else is asked. */
  async "/healthz"(_, response) {
    answerText(response, 200, json({ status: "ok" }));
  },
  async "/readyz"(_, response, { readiness }) {
    const found = await readiness();
    answerText(response, found.status === "ready" ? 200 : 503, json(found));
  },
  async "/metrics"(request, response, { registry, metricsToken }) {
    if (!mayReadMetrics(request, metricsToken)) {
      const text = "The metrics need the token of PARLEY_METRICS_TOKEN, as a Bearer in Authorization.\n";
      return answerText(response, 401, { type: "text/plain", text, headers: { "www-authenticate": "Bearer" } });
    }
    const text = await registry.metrics();
    answerText(response, 200, { type: registry.contentType.replace(/; charset=.*/, ""), text });
  },
};

export const OPERATIONS_PATHS = Object.keys(ANSWERS);

/** Answers /healthz, /readyz and /metrics, which need neither the pages nor, but for what they tell, the database. */
export function answerOperations(
  request: IncomingMessage,
  response: ServerResponse,
  sources: OperationsSources,
): boolean {
  const path = pathOf(request.url);
  const answer = Object.hasOwn(ANSWERS, path) ? ANSWERS[path] : undefined;
  if (!answer) return false;
  if (request.method !== "GET" && request.method !== "HEAD") {
    answerText(response, 405, { type: "text/plain", text: "Ask by GET.\n", headers: { allow: "GET, HEAD" } });
    return true;
  }
  answer(request, response, sources).catch((error: Error) => {
    if (!response.headersSent) answerText(response, 500, json({ status: "unknown", message: error.name }));
    else response.destroy();
  });
  return true;
}
