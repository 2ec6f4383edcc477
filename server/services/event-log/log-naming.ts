import type { Evaluation, Missing, TraceNode } from "#core/criteria/evaluation.ts";
import { COUNTRY_NAMES } from "#core/event/country-names.ts";
import { namedActors } from "#core/event/named-actors.ts";
import type { Db, Tx } from "#db/client.ts";

/** Puts the log's own names for actors into a text that core made. */
export type LogNaming = (text: string) => string;

/** What the log calls the actors that no code list knows: those of made-up topics, and groups. */
export async function logNaming(db: Db | Tx): Promise<LogNaming> {
  const own = await db.$queryRaw<{ code: string; name: string }[]>`
    SELECT code, name FROM actors WHERE left(code, 3) <> ALL(${[...COUNTRY_NAMES.keys()]}::text[])`;
  const names = new Map(own.map(({ code, name }) => [code, name]));
  return names.size === 0 ? (text) => text : (text) => namedActors(text, names);
}

/** An evaluation whose every word names actors as the log does. */
export function namedEvaluation(evaluation: Evaluation, named: LogNaming): Evaluation {
  return {
    ...evaluation,
    missing: namedMissing(evaluation.missing, named),
    trace: namedTrace(evaluation.trace, named),
  };
}

function namedTrace(node: TraceNode, named: LogNaming): TraceNode {
  return {
    ...node,
    clause: named(node.clause),
    why: named(node.why),
    missing: namedMissing(node.missing, named),
    notCounted: node.notCounted.map((one) => ({ ...one, text: named(one.text) })),
    children: node.children.map((child) => namedTrace(child, named)),
  };
}

function namedMissing(missing: readonly Missing[], named: LogNaming): Missing[] {
  return missing.map((one) => ({ ...one, text: named(one.text) }));
}
