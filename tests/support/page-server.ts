import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createCanary, isIP, type Server } from "node:net";
import type { Outbound } from "#services/outbound.ts";

/** An address of the public internet, by which the server of a test is known. Nothing ever connects to it. */
export const PUBLIC_ADDRESS = "93.184.215.14";

/** Servers on this machine in place of the internet: one that may be read, and one that must never be reached. */
export interface PageServer {
  readonly outbound: Outbound;
  /** What the server was asked, in order. */
  readonly requests: readonly IncomingMessage[];
  /** How many connections reached the canary, which stands for whatever is not public. */
  readonly reached: () => number;
  readonly close: () => Promise<void>;
}

/**
 * Serves pages under the public address. A connection to any other address, were one made, goes to the canary. Every name has
 * the public address, unless it is an address itself.
 */
export async function servePages(answer: RequestListener): Promise<PageServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  let connections = 0;
  const canary = createCanary((socket) => {
    connections++;
    socket.destroy();
  });
  const [serverPort, canaryPort] = [await listening(server), await listening(canary)];
  return {
    outbound: {
      resolve: async (name) => [isIP(bare(name)) === 0 ? PUBLIC_ADDRESS : bare(name)],
      ports: [80, 443],
      route: ({ address }) => ({ address: "127.0.0.1", port: address === PUBLIC_ADDRESS ? serverPort : canaryPort }),
      deadlineMs: 5000,
      maxBytes: 1_000_000,
      maxRedirects: 3,
    },
    requests,
    reached: () => connections,
    async close() {
      server.closeAllConnections();
      await Promise.all([server, canary].map((each) => new Promise((closed) => each.close(closed))));
    },
  };
}

const bare = (host: string) => host.replaceAll(/[[\]]/g, "");

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Answers with one page. */
export function htmlPage(html: string): RequestListener {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
  };
}
