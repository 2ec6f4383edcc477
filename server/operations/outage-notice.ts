import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { requestId } from "#server/request-scope.ts";
import { answerText } from "./answer-text.ts";
import { pathOf, type RouteClass, routeClass } from "./route-class.ts";

/** When to ask again. */
export const RETRY_SECONDS = 5;
const MAX_CALLS_A_BATCH = 10;
const TITLE = "Parley cannot reach its database";
const MESSAGE = "Nothing that was saved is lost. It usually comes back by itself within seconds.";
const STYLE =
  ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:20vh auto;padding:0 1rem}" +
  "h1{font-size:1.25rem}small{opacity:.7}";
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; frame-ancestors 'none'`;

/** The whole page: it needs nothing that the server would have to render. It loads itself anew until the database is back. */
function page(): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta http-equiv="refresh" content="${RETRY_SECONDS}"><title>${TITLE}</title><style>${STYLE}</style></head>
<body><main><h1>${TITLE}</h1><p>${MESSAGE} This page tries again every ${RETRY_SECONDS} seconds.</p>
<p><small>Reference ${requestId() ?? ""}</small></p></main></body></html>
`;
}

/** One error for each call of a request, in the envelope that tRPC's client reads. */
function trpcErrors({ url = "" }: IncomingMessage): unknown {
  const data = {
    code: "SERVICE_UNAVAILABLE",
    httpStatus: 503,
    rule: "database_must_be_reachable",
    requestId: requestId(),
  };
  const error = { error: { json: { message: `${TITLE}. ${MESSAGE}`, code: -32_603, data } } };
  if (!/[?&]batch=1(&|$)/.test(url)) return error;
  const calls = pathOf(url).split(",").length;
  return Array.from({ length: Math.min(calls, MAX_CALLS_A_BATCH) }, () => error);
}

const problem = () => ({
  type: "about:blank",
  title: TITLE,
  status: 503,
  detail: MESSAGE,
  requestId: requestId(),
});

/** What each class of route is answered with; those that need no database are answered as always. */
const NOTICES: Partial<Record<RouteClass, (request: IncomingMessage) => { type: string; text: string }>> = {
  page: () => ({ type: "text/html", text: page() }),
  // A browser that gets this in place of a part of a page fetches the whole page.
  "page-part": () => ({ type: "text/plain", text: `${TITLE}. ${MESSAGE}\n` }),
  trpc: (request) => ({ type: "application/json", text: JSON.stringify(trpcErrors(request)) }),
  "sign-in": () => ({ type: "application/problem+json", text: JSON.stringify(problem()) }),
  api: () => ({ type: "application/problem+json", text: JSON.stringify(problem()) }),
};

export function needsDatabase(request: IncomingMessage): boolean {
  return NOTICES[routeClass(request)] !== undefined;
}

/** Says that the database cannot be reached, and when to ask again. */
export function answerOutage(request: IncomingMessage, response: ServerResponse): void {
  const notice = NOTICES[routeClass(request)]?.(request) ?? { type: "text/plain", text: `${TITLE}.\n` };
  answerText(response, 503, {
    ...notice,
    headers: {
      "retry-after": String(RETRY_SECONDS),
      "content-security-policy": POLICY,
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
    },
  });
}
