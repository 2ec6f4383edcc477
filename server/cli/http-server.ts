import type { RequestListener, Server } from "node:http";
import { DomainError } from "#core/errors.ts";

/** Binds the server, or says in words that the port is taken. Gives the port, which may have been left to the system. */
export function untilListening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((listening, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") return failed(error);
      failed(
        new DomainError(
          "port_must_be_free",
          `Port ${port} on ${host} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
        ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      listening(typeof address === "object" && address ? address.port : port);
    });
  });
}

/**
 * Lets requests wait that come while Parley starts, and answers them once the function it gives is told how.
 * Limits on sign-in attempts go by the connection's own address, never by what a client claims.
 */
export function answerOnceReady(server: Server): (answer: RequestListener) => void {
  const ready = Promise.withResolvers<RequestListener>();
  server.on("request", async (request, response) => {
    request.headers["x-real-address"] = request.socket.remoteAddress ?? "unknown";
    const answer = await ready.promise;
    answer(request, response);
  });
  return ready.resolve;
}

/** Waits for SIGTERM or SIGINT, then until what is under way has been answered. */
export function untilStopped(server: Server): Promise<void> {
  return new Promise((stopped) => {
    const stop = () => {
      server.close(() => stopped());
      server.closeIdleConnections();
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  });
}
