import { isDeepStrictEqual } from "node:util";
import { TRPCError } from "@trpc/server";
import { DomainError, type RuleCode } from "#core/errors.ts";
import type { Database, Db } from "#db/client.ts";
import { deliverEvents } from "#services/outbox/deliver-events.ts";
import type { Fate, PostgresProxy } from "#tests/support/postgres-proxy.ts";
import type { PreparedAct } from "#tests/support/prepared-act.ts";
import { untilNothingRuns } from "#tests/support/until-nothing-runs.ts";
import { changedTables, isSameState, rowsMade, type WholeState } from "./whole-state.ts";

/** More statements than any call makes: one that never ends would be failed for ever. */
const MAX_STATEMENTS = 400;
/** What whoever asked is told of each fate. */
const TOLD: Partial<Record<Fate, RuleCode>> = {
  refused: "database_must_take_changes",
  "cut before": "database_must_be_reachable",
  "cut after": "database_must_be_reachable",
};
/** Words of the database, of its driver or of a program, which are nobody's who asked. */
const NOT_FOR_PEOPLE =
  /prisma|postgres|sql|53100|space left|terminated|ECONN|EPIPE|invocation|relation|statement|\bat .*\.[jt]s/i;

export interface Walk {
  /** How many statements the whole call makes. */
  readonly statements: number;
  /** What was not as it must be, in words. */
  readonly faults: readonly string[];
  /** The rows that the whole call made. */
  readonly made: Record<string, number>;
  /** How often it was done in full though its answer was lost. */
  readonly doneUnheard: number;
}

interface Walking {
  readonly proxy: PostgresProxy;
  /** Asked beside the proxy. */
  readonly database: Database;
  readonly readState: () => Promise<WholeState>;
  /** The way to the database through the proxy. */
  readonly db: Db;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

const outcomeOf = (work: Promise<unknown>): Promise<Outcome> =>
  work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

/** What is wrong with how a failure is told; nothing when it is told by its rule, in words for people. */
function faultOfTelling(error: unknown, rule: RuleCode | undefined): string | undefined {
  if (!(error instanceof TRPCError)) return `an error that is none of the API's: ${String(error)}`;
  const code = error.cause instanceof DomainError ? error.cause.code : undefined;
  if (code !== rule || error.code !== "SERVICE_UNAVAILABLE")
    return `told as ${error.code} (${code}): ${String(error.cause)}`;
  return NOT_FOR_PEOPLE.test(error.message) ? `told in words of the database: ${error.message}` : undefined;
}

/** A consumer of domain events begins: the command has been committed, and what follows from it is done now or later. */
const FOLLOWS = /event_deliveries x\b/;

/** A command is done although one of its statements failed only where that was after its commit. */
function faultOfDone(value: unknown, texts: readonly string[]): string | undefined {
  const isToFollow =
    typeof value === "object" && value !== null && "areEvaluated" in value && value.areEvaluated === false;
  // A consumer's transaction may fail where it begins, before its first statement.
  const hasCommitted = texts.some((text) => FOLLOWS.test(text)) || texts.filter((text) => text === "COMMIT").length > 0;
  return isToFollow || hasCommitted ? undefined : "done all the same";
}

/**
 * Delivers what waits, as the job does a while later. A statement whose connection was cut may only now take a delivery for itself, so
 * this goes on until none is left.
 */
async function deliverTheRest(database: Database): Promise<void> {
  for (let tries = 0; tries < MAX_STATEMENTS; tries++) {
    await untilNothingRuns(database);
    await database.run("UPDATE event_deliveries SET due_at = now()");
    await deliverEvents({ db: database.prisma });
    const [row] = await database.run("SELECT count(*)::int AS waiting FROM event_deliveries");
    if (row?.waiting === 0) return;
  }
  throw new Error("A delivery is never made.");
}

/**
 * Does one act again and again, and each time another of its statements meets the fate: the first, the second, and so on, until
 * the act has fewer and is done. What a failed one left must be what was there before, row by row; so the act that is done at the
 * last is the same call tried again after each of them. Where only the answer was lost, all may be there that a whole call makes.
 */
export async function failEachStatement(
  { proxy, database, readState, db }: Walking,
  fate: Fate,
  prepare: () => Promise<PreparedAct>,
): Promise<Walk> {
  const faults: string[] = [];
  const wholes: { at: number; made: Record<string, number> }[] = [];
  let act = await prepare();
  let before = await readState();
  for (let at = 1; at <= MAX_STATEMENTS; at++) {
    let passed = 0;
    const texts: string[] = [];
    proxy.decide(({ text }) => {
      texts.push(text);
      return ++passed === at ? fate : undefined;
    });
    const outcome = await outcomeOf(act.run(db));
    const hasStruck = passed >= at;
    proxy.decide(() => undefined);
    await untilNothingRuns(database);
    await deliverTheRest(database);
    const after = await readState();
    const where = `${fate} at statement ${at} (${texts[at - 1]?.slice(0, 60)})`;
    if (!hasStruck) {
      if ("error" in outcome)
        faults.push(`tried again, it fails: ${String(outcome.error)} ${String((outcome.error as Error).cause)}`);
      const made = rowsMade(before, after);
      for (const whole of wholes)
        if (!isDeepStrictEqual(whole.made, made))
          faults.push(`statement ${whole.at} left ${JSON.stringify(whole.made)} of ${JSON.stringify(made)}`);
      return { statements: at - 1, faults, made, doneUnheard: wholes.length };
    }
    const told =
      "error" in outcome
        ? faultOfTelling(outcome.error, TOLD[fate])
        : faultOfDone(outcome.value, texts.slice(0, at - 1));
    if (told) faults.push(`${where}: ${told}`);
    if (isSameState(before, after)) continue;
    if (fate === "cut after" || "value" in outcome) wholes.push({ at, made: rowsMade(before, after) });
    else faults.push(`${where}: changed ${changedTables(before, after).join(", ")}`);
    act = await prepare();
    before = await readState();
  }
  throw new Error("The act has no end.");
}
