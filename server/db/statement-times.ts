import type { PGlite, Transaction } from "@electric-sql/pglite";
import type { PoolClient } from "pg";

/** One statement that the database has answered, or failed to. */
export interface StatementTime {
  /** Its first word. */
  readonly kind: string;
  readonly seconds: number;
  readonly hasFailed: boolean;
}

const KINDS = ["select", "insert", "update", "delete", "with", "begin", "commit", "rollback"];

const observers: ((statement: StatementTime) => void)[] = [];

/** Tells of every statement from now on, on any connection of this process. */
export function observeStatements(observe: (statement: StatementTime) => void): void {
  observers.push(observe);
}

function timer(text: string): (hasFailed: boolean) => void {
  const begunAt = performance.now();
  return (hasFailed) => {
    const word = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? "";
    const kind = KINDS.includes(word) ? word : "other";
    const seconds = (performance.now() - begunAt) / 1000;
    for (const observe of observers) observe({ kind, seconds, hasFailed });
  };
}

/** Does what was asked, and tells how long it took. */
export function timed<T>(text: string, work: () => Promise<T>): Promise<T> {
  const end = timer(text);
  const result = work();
  result.then(
    () => end(false),
    () => end(true),
  );
  return result;
}

function textOf(given: unknown): string {
  if (typeof given === "string") return given;
  const text = (given as { text?: unknown } | null)?.text;
  return typeof text === "string" ? text : "";
}

/** Times what a connection of a pool is asked, by promise or by callback. */
export function timeConnection(client: PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    const text = textOf(given[0]);
    const last = given.at(-1);
    if (typeof last !== "function") return timed(text, () => query(...given) as Promise<unknown>);
    const end = timer(text);
    const callback = (error: unknown, result: unknown) => {
      end(Boolean(error));
      last(error, result);
    };
    return query(...given.slice(0, -1), callback);
  }) as typeof client.query;
}

/** So much is asked already that an answer would come too late. */
export class OverloadError extends Error {
  override readonly name = "OverloadError";
}

/** The embedded database with every statement timed, those inside of transactions too, and so many at most that wait. */
export function timedEmbedded(client: PGlite, maxWaiting: number): { client: PGlite; underWay: () => number } {
  let underWay = 0;
  async function counted<T>(work: () => Promise<T>): Promise<T> {
    if (underWay > maxWaiting) throw new OverloadError(`${underWay} statements wait for the embedded database.`);
    underWay++;
    try {
      return await work();
    } finally {
      underWay--;
    }
  }
  function timing<Of extends PGlite | Transaction>(of: Of, enter: typeof counted): Of {
    const { query, exec } = of as { query: Ask; exec: Ask };
    const ask =
      (how: Ask): Ask =>
      (...given) =>
        enter(() => timed(textOf(given[0]), () => how.apply(of, given)));
    const transaction = (work: (tx: Transaction) => Promise<unknown>) =>
      enter(() => (of as PGlite).transaction((tx) => work(timing(tx, (inside) => inside()))));
    const own: Partial<Record<PropertyKey, unknown>> = { query: ask(query), exec: ask(exec), transaction };
    return new Proxy(of, {
      get(target, key) {
        if (key in own) return own[key];
        const member = Reflect.get(target, key, target);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
  }
  return { client: timing(client, counted), underWay: () => underWay };
}

type Ask = (...given: unknown[]) => Promise<unknown>;
