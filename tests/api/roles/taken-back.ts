import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";

/** Changes a client of the database before anybody gets it: how a test breaks the product on purpose. */
export type Spoil = (client: Db) => Db;

const asItIs: Spoil = (client) => client;
const TAKEN_BACK = Symbol("taken back");
let points = 0;

/** Does some work on the database, whose commits are real to it, and takes all of it back. */
export async function takenBack<T>(db: Db, work: (client: Db) => Promise<T>, spoil: Spoil = asItIs): Promise<T> {
  let result: { value: T } | undefined;
  try {
    await db.$transaction(async (tx) => {
      result = { value: await work(within(tx, spoil)) };
      throw TAKEN_BACK;
    });
  } catch (thrown) {
    if (thrown !== TAKEN_BACK) throw thrown;
  }
  if (!result) throw new Error("The work came to no end.");
  return result.value;
}

/** A client inside a transaction, in which others can begin. Each is another object, since locks are noted by it. */
function within(tx: Tx, spoil: Spoil): Db {
  const client = new Proxy(tx as Db, {
    get(target, name) {
      if (name === "$transaction") return (work: (inner: Tx) => Promise<unknown>) => atSavepoint(tx, work, spoil);
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return spoil(client);
}

async function atSavepoint<T>(tx: Tx, work: (inner: Tx) => Promise<T>, spoil: Spoil): Promise<T> {
  const point = `point_${++points}`;
  const run = (text: string) => tx.$executeRaw(Prisma.raw(text));
  await run(`SAVEPOINT ${point}`);
  try {
    const result = await work(within(tx, spoil));
    // What a commit would check is checked here.
    await run("SET CONSTRAINTS ALL IMMEDIATE");
    await run("SET CONSTRAINTS ALL DEFERRED");
    await run(`RELEASE SAVEPOINT ${point}`);
    return result;
  } catch (thrown) {
    await run(`ROLLBACK TO SAVEPOINT ${point}`);
    throw thrown;
  }
}
