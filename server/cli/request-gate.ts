import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { requestLike } from "./detached-exchange.ts";

/** The largest body that anybody may send; the routes have no use for more. */
export const MAX_BODY_BYTES = 1_000_000;
const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];

/**
 * Headers with which the web framework is steered from inside. From a stranger they would choose the number of a page's scripts,
 * another page than was asked for, or a part of the framework to be left out.
 */
const FOR_INSIDE =
  /^(content-security-policy(-report-only)?|next-(action|resume|test-fetch-priority)|x-(action|clerk|invoke|matched|middleware|nextjs|next|now|prerender|vercel)(-.*)?)$/;

/** Removes what only this server may say of a request. */
export function removeHeadersForInside(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) if (FOR_INSIDE.test(name)) delete request.headers[name];
}

/** What a browser may load and run on a page: what comes from here, and the scripts that carry the page's own number. */
function contentSecurityPolicy(nonce: string, isEncrypted: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // Widths and colours of charts are attributes of their elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isEncrypted ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Gives a request the number that Next puts on the page's scripts, and the answer the policy that goes with it. */
export function withContentPolicy(answer: RequestListener, origin: () => string): RequestListener {
  return (request, response) => {
    const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), origin().startsWith("https:"));
    request.headers["content-security-policy"] = policy;
    response.setHeader("content-security-policy", policy);
    return answer(request, response);
  };
}

/**
 * Hands on what is a request of the web: one of four methods, with a body that has come whole and is not too long. It is counted
 * while it comes, whatever length was claimed.
 */
export function gated(answer: RequestListener, maxBytes: number = MAX_BODY_BYTES): RequestListener {
  return async (request, response) => {
    const { method = "", headers } = request;
    if (!METHODS.includes(method)) {
      return refuse(response, 405, "This method is not answered here.", { allow: METHODS.join(", ") });
    }
    if (method !== "POST") return answer(request, response);
    const body = Number(headers["content-length"] ?? 0) > maxBytes ? null : await wholeBody(request, maxBytes);
    if (body === null) return refuse(response, 413, `That is too much at once: at most ${maxBytes} bytes are taken.`);
    return answer(requestLike(request, { headers, body }), response);
  };
}

/** The body of a request; null once it is longer than that. A request that is broken off is never answered. */
function wholeBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        request.removeAllListeners("data").pause();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    // Without a listener a broken request would end the process.
    request.on("error", () => {});
  });
}

/** Says no in a form that both a browser's page and a program can show, and ends the connection. */
function refuse(response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", connection: "close", ...headers });
  response.end(JSON.stringify([{ error: { json: { message, code: -32_600, data: { httpStatus: status } } } }]));
}
