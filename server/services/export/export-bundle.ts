import { DomainError } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "#services/authorize.ts";
import type { BundleKind, BundleRecord } from "#services/bundle/bundle-document.ts";
import type { ServiceContext } from "#services/context.ts";
import { inSnapshot } from "#services/in-snapshot.ts";
import { published } from "#services/question-state.ts";
import { exportedActors, exportedEvents } from "./exported-events.ts";
import { exportedComments, exportedForecasts } from "./exported-forecasts.ts";
import { exportedMarkets, exportedOrders, exportedTrades } from "./exported-markets.ts";
import { exportedPeople } from "./exported-people.ts";
import { exportedQuestions, questionIdPages } from "./exported-questions.ts";
import { exportedCoverage, exportedTopics } from "./exported-topics.ts";
import { exportedTournaments } from "./exported-tournaments.ts";

export interface ExportOptions {
  /** The slug of one topic alone. */
  readonly topic?: string | undefined;
}

export type Progress = (done: number, total: number) => void;

/**
 * Everything published, or one topic of it, as the records of a bundle, one after another: what scores are computed from, the log
 * that answers rest on, tournaments, and markets. It holds forecasts whose crowd is hidden still, so it is for admins and the
 * command line. Equal contents give equal bundles, and no more is held at once than a page of them, however many there are.
 */
export async function* exportBundle(
  ctx: ServiceContext,
  options: ExportOptions = {},
  progress: Progress = () => {},
): AsyncGenerator<BundleRecord> {
  authorize(ctx, "run_export");
  yield* inSnapshot(ctx.db, (tx) => bundleRecords(tx, options, progress));
}

/** The records of a bundle as a transaction sees them, in the order of `BUNDLE_KINDS`. */
export async function* bundleRecords(
  tx: Tx,
  { topic }: ExportOptions,
  progress: Progress,
): AsyncGenerator<BundleRecord> {
  if (topic !== undefined && (await tx.topic.count({ where: { slug: topic } })) === 0) {
    throw new DomainError("subject_must_exist", { kind: "topic", name: topic, field: "topic" });
  }
  yield* ofKind("topic", exportedTopics(tx, topic));
  yield* ofKind("question", exportedQuestions(tx, topic));
  yield* ofKind("forecaster", exportedPeople(tx, topic));
  yield* ofKind("forecast", byQuestions(tx, topic, exportedForecasts, progress));
  yield* ofKind("actor", exportedActors(tx, topic));
  yield* ofKind("event", exportedEvents(tx, topic));
  yield* ofKind("coverage", exportedCoverage(tx, topic));
  yield* ofKind(
    "comment",
    byQuestions(tx, topic, exportedComments, () => {}),
  );
  yield* ofKind("tournament", exportedTournaments(tx, topic));
  yield* ofKind("market", exportedMarkets(tx, topic));
  yield* ofKind("order", exportedOrders(tx, topic));
  yield* ofKind("trade", exportedTrades(tx, topic));
}

async function* ofKind<Kind extends BundleKind>(
  kind: Kind,
  records: AsyncIterable<Extract<BundleRecord, { kind: Kind }>["record"]>,
): AsyncGenerator<BundleRecord> {
  for await (const record of records) yield { kind, record } as BundleRecord;
}

/** What lies on the questions, a page of questions after another. */
async function* byQuestions<T>(
  tx: Tx,
  topic: string | undefined,
  recordsOn: (tx: Tx, ids: readonly string[]) => AsyncIterable<T>,
  progress: Progress,
): AsyncGenerator<T> {
  const of = topic === undefined ? {} : { topic: { slug: topic } };
  const total = await tx.question.count({ where: { ...published, ...of } });
  let done = 0;
  for await (const ids of questionIdPages(tx, topic)) {
    yield* recordsOn(tx, ids);
    done += ids.length;
    progress(done, total);
  }
}
