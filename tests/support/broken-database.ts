import type { Db, Tx } from "#db/client.ts";
import { meetingOf } from "./meeting-of.ts";

/** Databases that break one promise on purpose, so that a test can show that it would see it. */

type Raw = (text: TemplateStringsArray, ...values: unknown[]) => unknown;

function replacing<T extends object>(target: T, changed: Partial<Record<keyof T, unknown>>): T {
  return new Proxy(target, {
    get(of, key) {
      if (key in changed) return changed[key as keyof T];
      const value = Reflect.get(of, key);
      return typeof value === "function" ? value.bind(of) : value;
    },
  });
}

/** Gives every transaction of a database another client inside. */
function withinTransactions(db: Db, change: (tx: Tx) => Tx): Db {
  const $transaction = (work: (tx: Tx) => Promise<unknown>) => db.$transaction((tx) => work(change(tx)));
  return replacing(db, { $transaction });
}

/** Lets transactions meet right before a statement that is known by its text. Nothing else of them is changed. */
export function meetingBefore(db: Db, statement: RegExp, meet: () => Promise<void>): Db {
  return withinTransactions(db, (tx) => {
    const after = (raw: Raw): Raw => {
      return async (text, ...values) => {
        if (Array.isArray(text) && statement.test(text.join(" "))) await meet();
        return raw(text, ...values);
      };
    };
    const [$queryRaw, $executeRaw] = [tx.$queryRaw.bind(tx) as Raw, tx.$executeRaw.bind(tx) as Raw].map(after);
    return replacing(tx, { $queryRaw, $executeRaw });
  });
}

/** Takes no row lock, whatever is asked for. */
export function lockless(db: Db): Db {
  return withinTransactions(db, (tx) => {
    const raw = tx.$queryRaw.bind(tx) as Raw;
    const $queryRaw: Raw = (text, ...values) => {
      const isLock = Array.isArray(text) && text.some((part) => part.includes("FOR UPDATE"));
      return isLock ? Promise.resolve([{ id: "not locked" }]) : raw(text, ...values);
    };
    return replacing(tx, { $queryRaw });
  });
}

/** Sees nobody hold a position. */
export function blindToPositions(db: Db): Db {
  return withinTransactions(db, (tx) => {
    const raw = tx.$queryRaw.bind(tx) as Raw;
    const $queryRaw: Raw = async (text, ...values) => {
      const rows = await raw(text, ...values);
      const asksForInterests = Array.isArray(text) && text.some((part) => part.includes('AS "holdsPosition"'));
      if (!asksForInterests) return rows;
      return (rows as object[]).map((row) => ({ ...row, holdsPosition: false, hasTraded: false }));
    };
    return replacing(tx, { $queryRaw });
  });
}

/** Sees nobody have an interest in any question. */
export function blindToConflicts(db: Db): Db {
  return withinTransactions(db, (tx) => {
    const raw = tx.$queryRaw.bind(tx) as Raw;
    const $queryRaw: Raw = (text, ...values) =>
      Array.isArray(text) && text.some((part) => part.includes('AS "holdsPosition"'))
        ? Promise.resolve([])
        : raw(text, ...values);
    return replacing(tx, { $queryRaw });
  });
}

/** Finds no trade that a key made before. */
export function withoutEarlierTrades(db: Db): Db {
  return withinTransactions(db, (tx) => {
    const raw = tx.$queryRaw.bind(tx) as Raw;
    const $queryRaw: Raw = (text, ...values) =>
      Array.isArray(text) && text.some((part) => part.includes("AND idempotency_key ="))
        ? Promise.resolve([])
        : raw(text, ...values);
    return replacing(tx, { $queryRaw });
  });
}

/** Locks accounts one by one, in turn forwards and backwards. */
export function lockingInAnyOrder(db: Db): Db {
  let turns = 0;
  // The first two have one account each before either asks for its second.
  const meet = meetingOf(2);
  return withinTransactions(db, (tx) => {
    const raw = tx.$queryRaw.bind(tx) as Raw;
    const $queryRaw: Raw = async (text, ...values) => {
      const isLock = Array.isArray(text) && /FROM ledger_accounts.*FOR NO KEY UPDATE/s.test(text.join(""));
      const [ids] = values;
      if (!isLock || !Array.isArray(ids)) return raw(text, ...values);
      const rows: unknown[] = [];
      for (const id of ++turns % 2 === 0 ? ids : ids.toReversed()) {
        rows.push(...((await raw(text, [id])) as unknown[]));
        await meet();
      }
      return rows;
    };
    return replacing(tx, { $queryRaw });
  });
}

/** Loses one of the two changes of the boards of profit that a settlement makes: taking the results before it back, or adding its own. */
export function withoutBoardChange(db: Db, lost: "taken back" | "added"): Db {
  return withinTransactions(db, (tx) => {
    const raw = tx.$executeRaw.bind(tx) as Raw;
    let changes = 0;
    const $executeRaw: Raw = (text, ...values) => {
      const isChange = Array.isArray(text) && text.some((part) => part.includes("INSERT INTO profit_entries"));
      if (isChange) changes++;
      return isChange && changes === (lost === "taken back" ? 1 : 2) ? Promise.resolve(0) : raw(text, ...values);
    };
    return replacing(tx, { $executeRaw });
  });
}

/** Begins no transaction, but fails as a database does that has no connection left. */
export function withoutRoom(db: Db, error: Error): Db {
  return replacing(db, { $transaction: () => Promise.reject(error) });
}

/** Has no transactions: each statement stands by itself, and after so many of them the connection is gone. */
export function withoutTransactions(db: Db, statements: number): Db {
  let left = statements;
  const counting = (of: object, act: unknown) => {
    if (typeof act !== "function") return act;
    return (...args: unknown[]) => {
      if (--left < 0) throw new Error("The connection is gone.");
      return act.apply(of, args);
    };
  };
  const alone = new Proxy(db, {
    get(of, key) {
      const part = Reflect.get(of, key, of);
      if (typeof part === "function") return counting(of, part);
      if (typeof part !== "object" || part === null) return part;
      return new Proxy(part, { get: (model, act) => counting(model, Reflect.get(model, act, model)) });
    },
  }) as unknown as Tx;
  return replacing(db, { $transaction: (work: (tx: Tx) => Promise<unknown>) => work(alone) });
}
