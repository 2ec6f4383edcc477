import { referenceOf } from "#core/aggregation/reference-methods.ts";
import { DomainError, ensure } from "#core/errors.ts";
import { benjaminiHochberg } from "#core/ranking/adjusted-p-values.ts";
import { INTERVAL_LEVEL } from "#core/ranking/board-analysis.ts";
import { peerDifferences } from "#core/ranking/board-pairs.ts";
import { pairedComparison } from "#core/ranking/paired-comparison.ts";
import { MIN_GROUPS } from "#core/ranking/question-resamples.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { boardScope } from "./board-scope.ts";
import type { CompareInput, WhichBoard } from "./input.ts";
import { scoresOnBoard } from "./scores-on-board.ts";

/** A reference is asked for by its method after this sign, which no name has. */
const REFERENCE_SIGN = "~";

async function subjectOf(ctx: ServiceContext, key: string) {
  const reference = key.startsWith(REFERENCE_SIGN) ? referenceOf(key.slice(REFERENCE_SIGN.length)) : null;
  if (reference) return { subject: reference.method as string, name: reference.label, isReference: true };
  const person = await loadPerson(ctx.db, key);
  return { subject: person.id, name: person.name, isReference: false };
}

/**
 * Two people, or a person and a reference, on the questions of a board that both were scored on: the mean difference of
 * their Peer scores, with an interval and a p-value from 30 common questions on, and that p-value adjusted together with
 * the board's other pairs.
 */
export async function compareForecasters(ctx: ServiceContext, input: CompareInput) {
  const { scope, label } = await boardScope(ctx, input);
  const [one, other] = [await subjectOf(ctx, input.one), await subjectOf(ctx, input.other)];
  ensure(one.subject !== other.subject, "subjects_must_differ", { field: "other" });
  const scores = await scoresOnBoard(ctx, input, scope, [one, other]);
  const of = (subject: string) => scores.filter((score) => score.subject === subject);
  const differences = peerDifferences(of(one.subject), of(other.subject));
  const told = { label, one: one.name, other: other.name, questions: differences.length, least: MIN_GROUPS };
  if (differences.length === 0) return { ...told, meanDifference: null, test: null };
  // The seed of both directions is one, and so is the p-value.
  const seed = `${scope} ${[one.subject, other.subject].sort().join(" ")}`;
  const { meanDifference, interval, pValue } = pairedComparison(differences, { seed, level: INTERVAL_LEVEL });
  if (!interval) return { ...told, meanDifference, test: null };
  const both = [one.subject, other.subject];
  const pairs = await ctx.db.boardPair.findMany({
    where: { scope, isBots: input.bots ?? false },
    select: { one: true, other: true, pValue: true },
  });
  const rest = pairs.filter((pair) => !(both.includes(pair.one) && both.includes(pair.other)));
  const [adjustedP = 1] = benjaminiHochberg([pValue, ...rest.map((pair) => pair.pValue)]);
  return { ...told, meanDifference, test: { ...interval, pValue, adjustedP, pairs: rest.length + 1 } };
}

/** The pairs of a board that its analysis compared, the clearest difference first. */
export async function pairsOfBoard(ctx: ServiceContext, input: WhichBoard) {
  const { scope, label } = await boardScope(ctx, input);
  const pairs = await ctx.db.boardPair.findMany({
    where: { scope, isBots: input.bots ?? false },
    orderBy: [{ adjustedP: "asc" }, { pValue: "asc" }, { one: "asc" }, { other: "asc" }],
    omit: { scope: true, isBots: true },
  });
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))].filter((id) => !referenceOf(id));
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (subject: string) => {
    const name = referenceOf(subject)?.label ?? names.get(subject);
    if (!name) throw new DomainError("subject_must_exist", { kind: "forecaster" });
    return { key: referenceOf(subject) ? `${REFERENCE_SIGN}${subject}` : name, name };
  };
  return {
    label,
    pairs: pairs.map(({ one, other, ...pair }) => ({ ...pair, one: nameOf(one), other: nameOf(other) })),
  };
}
