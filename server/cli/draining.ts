import type { IncomingMessage, Server } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How long what is under way may take once the server has been told to stop. */
const MAX_DRAINING_MS = 10_000;

/**
 * Watches a server's connections from its beginning, and gives what stops it: no connection is taken any more, those with nothing
 * under way and those whose request has not come whole are ended, and what is being answered is answered to its last byte, within
 * ten seconds.
 */
export function drainable(server: Server, withinMs: number = MAX_DRAINING_MS): () => Promise<void> {
  const underWay = new Map<Socket, Set<IncomingMessage>>();
  let isDraining = false;
  const endWhenDone = (socket: Socket) => {
    const requests = [...(underWay.get(socket) ?? [])];
    if (requests.every(({ complete }) => !complete)) socket.destroySoon();
  };
  server.on("connection", (socket) => {
    underWay.set(socket, new Set());
    socket.once("close", () => underWay.delete(socket));
  });
  server.on("request", (request, response) => {
    underWay.get(request.socket)?.add(request);
    if (isDraining) response.setHeader("connection", "close");
    response.once("close", () => {
      underWay.get(request.socket)?.delete(request);
      if (isDraining) endWhenDone(request.socket);
    });
  });
  return async () => {
    isDraining = true;
    // Not the HTTP server's own: it takes a connection for idle, and cuts it, while the end of its answer is still on the way.
    const closed = new Promise((done) => NetServer.prototype.close.call(server, done));
    for (const socket of underWay.keys()) endWhenDone(socket);
    const abandoned = new AbortController();
    await Promise.race([closed, sleep(withinMs, undefined, { signal: abandoned.signal }).catch(() => {})]);
    abandoned.abort();
    for (const socket of underWay.keys()) socket.destroy();
    await closed;
  };
}
