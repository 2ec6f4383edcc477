import type { RequestListener, ServerResponse } from "node:http";

const A_YEAR_S = 365 * 24 * 60 * 60;

/** What a browser is told with every answer that does not say it otherwise, whichever part of the server makes it. */
const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  // Pages have a policy of their own, with a number for their scripts. What is no page loads and runs nothing.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  // Nobody may keep what does not say that it may be kept: most of what the API answers is somebody's own.
  "cache-control": "private, no-store",
};

/** Adds the headers at the last moment, so that those that were set before stay as they are. */
function complete(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = ((...given: unknown[]) => {
    for (const [name, value] of Object.entries(headers)) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead(...given);
  }) as typeof response.writeHead;
}

/** Around all else: every answer has the headers by which browsers protect whoever reads it. */
export function withDefaultHeaders(answer: RequestListener, origin: () => string): RequestListener {
  return (request, response) => {
    const isEncrypted = origin().startsWith("https:");
    complete(response, {
      ...HEADERS,
      ...(isEncrypted ? { "strict-transport-security": `max-age=${A_YEAR_S}` } : {}),
    });
    return answer(request, response);
  };
}
