import { DomainError } from "#core/errors.ts";

/** Faults of the database that are nobody's who asked, by the codes of Postgres, of Prisma and of the network. */
const UNREACHABLE =
  /^(08\w{3}|57P0[123]|P1001|P1002|P1008|P1017|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/;
const TAKES_NO_CHANGES = /^(25006|53100)$/;
const OVERLOADED = /^(53300|53200|57014|55P03|P2024|P2028|TooManyConnections|OverloadError)$/;
/** Those that come without a code. */
const WITHOUT_CODE: readonly [RegExp, string][] = [
  [/^timeout exceeded when trying to connect$/, "P2024"],
  [
    /^(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable|Connection ended unexpectedly|Query read timeout)/,
    "ConnectionClosed",
  ],
];
const MAX_CAUSES = 6;

/** Every code of an error and of what caused it. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let at = error as Record<string, unknown> | null | undefined;
  for (let depth = 0; depth < MAX_CAUSES && typeof at === "object" && at !== null; depth++) {
    for (const code of [at.code, at.originalCode, at.kind, at.name]) if (typeof code === "string") codes.push(code);
    for (const text of [at.message, at.originalMessage])
      for (const [shape, code] of WITHOUT_CODE) if (typeof text === "string" && shape.test(text)) codes.push(code);
    const meta = at.meta as { driverAdapterError?: unknown } | undefined;
    at = (meta?.driverAdapterError ?? at.cause) as typeof at;
  }
  return codes;
}

/**
 * What somebody is told whose request failed because the database is gone, takes no changes or has too much to do;
 * undefined for every other fault. Where it is not known whether a change was made, sending it again with its key tells.
 */
export function outageOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return undefined;
  const codes = codesOf(error);
  const has = (of: RegExp) => codes.some((code) => of.test(code));
  if (has(TAKES_NO_CHANGES)) {
    return new DomainError("database_must_take_changes");
  }
  if (has(UNREACHABLE)) {
    return new DomainError("database_must_be_reachable");
  }
  if (!has(OVERLOADED)) return undefined;
  return new DomainError("load_must_stay_within_capacity");
}
