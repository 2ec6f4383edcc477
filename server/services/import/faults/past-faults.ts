import type { BundleFault, BundleList } from "#core/bundle/bundle-fault.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

type Dated = readonly [field: string, at: number | undefined];
type Question = BundleDocument["questions"][number];

/**
 * Whatever lies after now in a bundle that is a record of what has happened: known, made, ended, said, recorded. What is planned may
 * lie ahead: a question's opening, close and deadline, and the end of a tournament.
 */
export function pastFaults(document: BundleDocument, now: number): BundleFault[] {
  const { questions, forecasts, comments, events, coverage, markets, orders, trades } = document;
  const of = <T>(list: BundleList, records: readonly T[], datesOf: (record: T) => Iterable<Dated>) =>
    records.flatMap((record, index) =>
      [...datesOf(record)].flatMap(([field, at]): BundleFault[] => {
        if (at === undefined || at <= now) return [];
        const message = `${new Date(at).toISOString()} lies after now, ${new Date(now).toISOString()}: what is imported has happened.`;
        return [{ list, index, field, message }];
      }),
    );
  return [
    ...of("questions", questions, datesOfQuestion),
    ...of("forecasts", forecasts, ({ madeAt, endedAt }) => [
      ["madeAt", madeAt],
      ["endedAt", endedAt],
    ]),
    ...of("events", events, datesOfEvent),
    ...of("coverage", coverage, ({ coversUntil, signedAt }) => [
      ["coversUntil", coversUntil],
      ["signedAt", signedAt],
    ]),
    ...of("comments", comments, ({ madeAt }) => [["madeAt", madeAt]]),
    ...of("markets", markets, ({ openedAt }) => [["openedAt", openedAt]]),
    ...of("orders", orders, ({ placedAt, closedAt }) => [
      ["placedAt", placedAt],
      ["closedAt", closedAt],
    ]),
    ...of("trades", trades, ({ madeAt }) => [["madeAt", madeAt]]),
  ];
}

function* datesOfQuestion({ resolution, criteria }: Question): Generator<Dated> {
  const { earlier: answers = [], ...latest } = resolution ?? {};
  yield* datesOfAnswer("resolution", latest);
  for (const [i, answer] of answers.entries()) yield* datesOfAnswer(`resolution.earlier[${i}]`, answer);
  if (!criteria) return;
  yield ["criteria.createdAt", criteria.createdAt];
  for (const [i, { createdAt }] of criteria.earlier.entries()) yield [`criteria.earlier[${i}].createdAt`, createdAt];
  for (const [i, { writtenAt }] of criteria.clarifications.entries())
    yield [`criteria.clarifications[${i}].writtenAt`, writtenAt];
}

function* datesOfAnswer(
  place: string,
  answer: { knownAt?: number; effectiveAt?: number | undefined; decidedAt?: number | undefined },
): Generator<Dated> {
  yield [`${place}.knownAt`, answer.knownAt];
  yield [`${place}.effectiveAt`, answer.effectiveAt];
  yield [`${place}.decidedAt`, answer.decidedAt];
}

/** That an event has begun, and its sources are published, is the log's own rule. */
function* datesOfEvent({ recordedAt, earlier }: BundleDocument["events"][number]): Generator<Dated> {
  yield ["recordedAt", recordedAt];
  for (const [i, revision] of earlier.entries()) yield [`earlier[${i}].recordedAt`, revision.recordedAt];
}
