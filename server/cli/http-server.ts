import { createServer, type RequestListener, type Server } from "node:http";
import { DomainError } from "#core/errors.ts";
import { env, SettingsError } from "#server/env.ts";
import { adoptClient } from "./client-address.ts";
import { removeHeadersForInside } from "./request-gate.ts";
import { removeUnreadableState } from "./router-state.ts";

/** What the settings HOST and PORT are told when the system refuses them. */
const CANNOT_LISTEN: Record<string, string> = {
  EADDRNOTAVAIL: "this machine has no such address. See HOST.",
  ENOTFOUND: "there is no machine of that name. See HOST.",
  EAI_AGAIN: "there is no machine of that name. See HOST.",
  EACCES: "this user may not take that port. See PORT.",
};

/** Binds the server, or says in words that the port is taken. Gives the port, which may have been left to the system. */
export function untilListening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((listening, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = CANNOT_LISTEN[error.code ?? ""];
      if (why) return failed(new SettingsError(`Parley cannot listen on ${host}, port ${port}: ${why}`));
      if (error.code !== "EADDRINUSE") return failed(error);
      failed(new DomainError("port_must_be_free", { port, host }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      listening(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** A server that waits for nobody for ever: not for a head, a body, or somebody who does not read. */
export function boundedServer(): Server {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 });
  server.timeout = 120_000;
  return server;
}

/**
 * Lets requests wait that come while Parley starts, and answers them once the function it gives is told how.
 * Limits go by the address of the connection, or what a trusted proxy says of it, never by what a client claims.
 */
export function answerOnceReady(
  server: Server,
  around: (answer: RequestListener) => RequestListener,
): (answer: RequestListener) => void {
  const ready = Promise.withResolvers<RequestListener>();
  server.on(
    "request",
    around(async (request, response) => {
      removeHeadersForInside(request);
      removeUnreadableState(request);
      adoptClient(request, env.PARLEY_TRUSTED_PROXIES);
      const answer = await ready.promise;
      answer(request, response);
    }),
  );
  return ready.resolve;
}

/**
 * Waits for SIGTERM or SIGINT. Whoever stops a server may tell each of its processes, and `run.mjs` hands on what it is told, so
 * SIGTERM often comes twice: the second must not end what the first lets finish. Somebody at a terminal may insist, by SIGINT.
 */
export function untilToldToStop(): Promise<void> {
  return new Promise((stop) => {
    process.on("SIGTERM", () => stop());
    process.once("SIGINT", () => stop());
  });
}
