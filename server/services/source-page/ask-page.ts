import { type IncomingMessage, request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import type { Target } from "#services/outbound.ts";

/** All that a server is told: nothing of whoever asks, and nothing that it said before. */
const HEADERS = {
  "user-agent": "Parley",
  accept: "text/html, application/xhtml+xml, text/plain;q=0.5",
  "accept-encoding": "identity",
  connection: "close",
};

/**
 * Asks for a page at an address that is settled, so that the name is not resolved again. The name is still what the server's
 * certificate must be for.
 */
export function askPage(url: URL, target: Target, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestSecurely : requestPlainly;
  return new Promise((answered, failed) => {
    request({
      host: target.address,
      port: target.port,
      servername: url.hostname.replace(/\.$/, ""),
      method: "GET",
      path: `${url.pathname}${url.search}`,
      headers: { ...HEADERS, host: url.host },
      // A connection of its own, which nothing else ever uses.
      agent: false,
      signal,
    })
      .once("response", answered)
      .once("error", failed)
      .end();
  });
}
