import type { Pool, PoolClient } from "pg";

/** How the driver says that an answer did not come in time. It leaves the connection open, and what is asked next waits behind. */
const SILENT = /^Query read timeout$/;

/**
 * Ends a connection of a pool on which an answer did not come in time. A transaction gives its connection back to the pool as if
 * nothing were wrong with it, and without this each later request that gets it would wait as long as the first.
 */
export function giveUpWhenSilent(client: PoolClient & { end?: () => Promise<void> }): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const heard = (error: unknown) => {
    if (error instanceof Error && SILENT.test(error.message)) client.end?.().catch(() => {});
  };
  client.query = ((...given: unknown[]) => {
    const last = given.at(-1);
    if (typeof last !== "function") {
      const answer = query(...given) as Promise<unknown>;
      answer.catch(heard);
      return answer;
    }
    return query(...given.slice(0, -1), (error: unknown, result: unknown) => {
      heard(error);
      last(error, result);
    });
  }) as typeof client.query;
}

/**
 * Gives what lets go of all connections of a pool that are idle at that moment: once the database has not answered, nobody knows
 * which of them are still connected to anything, and whoever got one that is not would wait in vain.
 */
export function idleConnections(pool: Pool): () => void {
  const idle = new Set<PoolClient>();
  pool.on("release", (_error, client) => idle.add(client));
  for (const event of ["acquire", "remove"] as const) pool.on(event, (client) => idle.delete(client));
  return () => {
    // As the driver itself tells a pool of an idle connection that broke.
    for (const client of idle) client.emit("error", new Error("The database did not answer."));
    idle.clear();
  };
}
