import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { NamedElsewhere } from "#core/bundle/bundle-faults.ts";
import { outcomeFault } from "#core/bundle/outcome-fault.ts";
import { rangeFault } from "#core/bundle/range-fault.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { rangeOf, statedOutcome } from "#services/bundle/scorable-bundle.ts";
import { slug } from "#services/safe-text.ts";

type Question = BundleDocument["questions"][number];
type Answer = NonNullable<Question["resolution"]>["earlier"][number];
type Found = readonly [field: string, message: string];

/** What the database asks of questions and their forecasts, beyond what scoring asks. */
export function* questionFaults({ questions, forecasts }: BundleDocument): Generator<BundleFault> {
  const opensAt = new Map(questions.map((question) => [question.id, question.opensAt]));
  for (const [index, { closesAt, topic, criteria }] of questions.entries()) {
    const add = (field: string, message: string): BundleFault => ({ list: "questions", index, field, message });
    if (topic !== undefined && !slug().safeParse(topic).success)
      yield add("topic", "A topic is named by its address: small letters, digits and hyphens.");
    if (criteria?.deadlineAt !== undefined && criteria.deadlineAt < closesAt)
      yield add("criteria.deadlineAt", "A question closes by its deadline.");
  }
  for (const [index, { questionId, madeAt }] of forecasts.entries()) {
    const opened = opensAt.get(questionId);
    if (opened === undefined || madeAt >= opened) continue;
    const message = `Nobody forecasts on a question before it opens, at ${new Date(opened).toISOString()}.`;
    yield { list: "forecasts", index, field: "madeAt", message };
  }
}

/** What is wrong with the answers of questions, and with those that they took the place of. */
export function* answerFaults(document: BundleDocument, elsewhere: NamedElsewhere): Generator<BundleFault> {
  const revisions = new Map([
    ...[...elsewhere.events].map((id): [string, number] => [id, Number.POSITIVE_INFINITY]),
    ...document.events.map(({ id, earlier }): [string, number] => [id, earlier.length + 1]),
  ]);
  const statements = new Set([...elsewhere.coverage, ...document.coverage.map(({ id }) => id)]);
  for (const [index, question] of document.questions.entries()) {
    if (!question.resolution) continue;
    const { earlier, ...latest } = question.resolution;
    const answers = [...earlier.map((answer, i) => [`resolution.earlier[${i}]`, answer] as const)];
    for (const [place, answer] of [...answers, ["resolution", latest] as const]) {
      const found = [...faultsOfAnswer(question, answer), ...citationFaults(answer, revisions, statements)];
      // That the latest outcome fits is told with what scoring asks.
      if (place !== "resolution") found.push(...earlierOutcome(question, answer));
      for (const [field, message] of found) yield { list: "questions", index, field: `${place}.${field}`, message };
    }
  }
}

function* faultsOfAnswer(question: Question, answer: Answer): Generator<Found> {
  const { outcome, voidReason, knownAt, effectiveAt = knownAt, criteriaVersion } = answer;
  const { opensAt, criteria } = question;
  if (effectiveAt > knownAt) yield ["effectiveAt", "What was known had come true."];
  if (knownAt < opensAt) yield ["knownAt", "A question that was answered before it opens is none."];
  if (outcome !== null && voidReason !== undefined) yield ["voidReason", "Only a void has such a reason."];
  if (voidReason === "too_early")
    yield ["voidReason", "A void that comes too early sends the question back: it is no answer."];
  const versions = (criteria?.earlier.length ?? 0) + 1;
  if (criteriaVersion !== undefined && criteriaVersion > versions)
    yield ["criteriaVersion", `The criteria have ${versions === 1 ? "one version" : `${versions} versions`}.`];
}

function* citationFaults(
  { evidence = [], coverage = [] }: Answer,
  revisions: ReadonlyMap<string, number>,
  statements: ReadonlySet<string | undefined>,
): Generator<Found> {
  const cited = new Set<string>();
  for (const [i, { event, revision = 1 }] of evidence.entries()) {
    const known = revisions.get(event);
    if (known === undefined) yield [`evidence[${i}].event`, `There is no event "${event}" in the bundle.`];
    else if (revision > known) yield [`evidence[${i}].revision`, `The event has ${known} revisions.`];
    if (cited.has(event)) yield [`evidence[${i}].event`, "The event is cited already."];
    cited.add(event);
  }
  for (const [i, id] of coverage.entries()) {
    if (!statements.has(id)) yield [`coverage[${i}]`, `There is no statement of coverage "${id}" in the bundle.`];
  }
}

function earlierOutcome(question: Question, { outcome }: Answer): Found[] {
  const { type, options } = question;
  const range = rangeOf(question);
  const isRange = type === "numeric" || type === "date";
  if (isRange && (range === null || rangeFault(type, range))) return [];
  const message = outcomeFault({ type, options, range }, statedOutcome(type, outcome));
  return message === null ? [] : [["outcome", message]];
}
