import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "#server/log.ts";
import { type RequestScope, requests } from "#server/request-scope.ts";
import type { Metrics } from "./metrics.ts";
import { RETRY_SECONDS } from "./outage-notice.ts";
import { type RouteClass, routeClass } from "./route-class.ts";

const HEADER = "x-request-id";
const VALID_ID = /^[\w.-]{8,64}$/;
/** Asked for too often to tell of each. */
const QUIET: readonly RouteClass[] = ["asset", "operations"];

/** The id that a proxy of ours gave, where requests come through one; otherwise a new one. */
function idOf({ headers }: IncomingMessage, trustsSender: boolean): string {
  const given = headers[HEADER];
  return trustsSender && typeof given === "string" && VALID_ID.test(given) ? given : randomUUID();
}

/** Puts the id on the answer at the last moment, whatever was copied into its headers from an earlier one. */
function nameAnswer(response: ServerResponse, id: string): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = ((...given: unknown[]) => {
    response.setHeader(HEADER, id);
    return writeHead(...given);
  }) as typeof response.writeHead;
}

interface Observing {
  readonly metrics: Metrics;
  /** Whether the sender of a request is a proxy of ours. */
  readonly trustsSender: boolean;
}

/** Gives each request an id for its answer and its lines in the log, and measures and logs how it was answered. */
export function observeRequests(answer: RequestListener, { metrics, trustsSender }: Observing): RequestListener {
  return (request, response) => {
    const scope: RequestScope = {
      id: idOf(request, trustsSender),
      isRendered: false,
      faults: 0,
      hasPassingFault: false,
    };
    const begunAt = performance.now();
    // Kept now: what answers may change the address.
    const kind = routeClass(request);
    nameAnswer(response, scope.id);
    response.once("close", () => {
      const seconds = (performance.now() - begunAt) / 1000;
      const status = response.writableFinished ? String(response.statusCode) : "aborted";
      metrics.requests.inc({ class: kind, status });
      metrics.requestSeconds.observe({ class: kind }, seconds);
      const isPage = kind === "page" || kind === "page-part";
      if (isPage && status !== "aborted" && response.statusCode < 500) {
        metrics.pageCache.inc({ result: scope.isRendered ? "miss" : "hit" });
      }
      const level =
        response.statusCode >= 500 && kind !== "operations" ? "warn" : QUIET.includes(kind) ? "debug" : "info";
      const { method } = request;
      requests.run(scope, () =>
        log[level]({ method, class: kind, status, ms: Math.round(seconds * 1000) }, "answered"),
      );
    });
    requests.run(scope, () => answer(request, response));
  };
}

/** Where a page could not be made for a reason that passes, says so by its status: whoever renders it knows of one fault only. */
function tellPassingFault(response: ServerResponse, scope: RequestScope): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...given: unknown[]) => {
    if (status !== 500 || !scope.hasPassingFault) return writeHead(status, ...given);
    response.statusCode = 503;
    response.setHeader("retry-after", String(RETRY_SECONDS));
    return writeHead(503, ...given);
  }) as typeof response.writeHead;
}

/** What renders pages, noting that it did. */
export function noteRendering(answer: RequestListener): RequestListener {
  return (request, response) => {
    const scope = requests.getStore();
    if (scope) {
      scope.isRendered = true;
      tellPassingFault(response, scope);
    }
    return answer(request, response);
  };
}
