import type { Db, Tx } from "#db/client.ts";

const DAY_MS = 86_400_000;

/**
 * What a reading of the database gives, piece by piece, out of one transaction: what is written meanwhile is not seen, so that the
 * end fits to the beginning. The transaction ends with the last piece, or when nobody asks for more.
 */
export async function* inSnapshot<T>(db: Db, read: (tx: Tx) => AsyncIterable<T>): AsyncGenerator<T> {
  const opened = Promise.withResolvers<Tx>();
  const finished = Promise.withResolvers<void>();
  const transaction = db.$transaction(
    async (tx) => {
      // A page of rows may take long to sort, and whoever writes the file may be slow.
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      opened.resolve(tx);
      await finished.promise;
    },
    { isolationLevel: "RepeatableRead", timeout: DAY_MS },
  );
  transaction.catch(opened.reject);
  try {
    yield* read(await opened.promise);
  } finally {
    finished.resolve();
    await transaction;
  }
}
