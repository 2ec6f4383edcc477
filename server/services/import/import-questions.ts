import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import type { ServiceContext } from "#services/context.ts";
import { slug } from "#services/safe-text.ts";
import { transact } from "#services/transact.ts";
import type { ReportCounts } from "./bundle-report.ts";
import { countKnown } from "./count-known.ts";
import { importBundleQuestion, type OnQuestion } from "./import-bundle-question.ts";
import type { CriteriaNames } from "./import-criteria.ts";
import { bindImportedScenarios } from "./import-topics.ts";
import type { Importing } from "./importing.ts";
import type { KnownRecords } from "./known-records.ts";
import type { MarketRecords } from "./stated-market.ts";

/** A question with a hundred thousand forecasts takes longer than a request may. */
const TIMEOUT_MS = 30 * 60_000;

type Question = BundleDocument["questions"][number];

interface Into {
  readonly known: KnownRecords;
  readonly counts: ReportCounts;
  readonly topicIds: ReadonlyMap<string, string>;
  readonly progress: (done: number, total: number) => void;
}

/** Brings in the questions that are not here, each in a transaction; gives all of them by their ids in the bundle. */
export async function importQuestions(
  ctx: ServiceContext,
  importing: Importing,
  document: BundleDocument,
  { known, counts, topicIds, progress }: Into,
): Promise<ReadonlyMap<string, string>> {
  const questionIds = new Map(known.questions);
  const onQuestion = await recordsByQuestion(ctx, document, topicIds);
  // Those whose ids are addresses come first, so that no address that is made from a title takes theirs.
  const isAddress = ({ id }: Question) => slug().safeParse(id).success;
  const missing = document.questions.filter(({ id }) => !known.questions.has(id));
  const inOrder = [...missing.filter(isAddress), ...missing.filter((question) => !isAddress(question))];
  for (const [done, question] of inOrder.entries()) {
    const on = onQuestion(question);
    const { questionId, notes } = await transact(ctx, (tx) => importBundleQuestion(tx, importing, question, on), {
      timeout: TIMEOUT_MS,
    });
    questionIds.set(question.id, questionId);
    for (const note of [...notes, ...notesOn(question)]) counts.note(`the question ${question.id}: ${note}`);
    countAdded(counts, question, on);
    progress(done + 1, inOrder.length);
  }
  await countKnown(ctx.db, importing, document, { known: known.questions, counts });
  await transact(ctx, (tx) => bindImportedScenarios(tx, document.topics, { topicIds, questionIds }));
  return questionIds;
}

function notesOn({ resolution }: Question): string[] {
  const { earlier = [], ...latest } = resolution ?? {};
  const isBare = (answer: { outcome?: unknown; voidReason?: string | undefined }) =>
    answer.outcome === null && answer.voidReason === undefined;
  return [...earlier, latest].some(isBare)
    ? ["no reason is given for its void, so it is kept as ambiguous reality"]
    : [];
}

function countAdded(counts: ReportCounts, { resolution }: Question, on: OnQuestion): void {
  counts.count("questions", "added");
  if (resolution) counts.resolved();
  counts.count("forecasts", "added", on.forecasts.length);
  counts.count("comments", "added", on.comments.length);
  if (!on.market) return;
  counts.count("markets", "added");
  counts.count("orders", "added", on.market.orders.length);
  counts.count("trades", "added", on.market.trades.length);
}

/** Everything that lies on each question. */
async function recordsByQuestion(
  ctx: ServiceContext,
  document: BundleDocument,
  topicIds: ReadonlyMap<string, string>,
): Promise<(question: Question) => OnQuestion> {
  const by = <T extends { readonly questionId: string }>(records: readonly T[]) =>
    Map.groupBy(records, ({ questionId }) => questionId);
  const [forecasts, comments] = [by(document.forecasts), by(document.comments)];
  const [markets, orders, trades] = [by(document.markets), by(document.orders), by(document.trades)];
  const names = await criteriaNames(ctx, document);
  return ({ id, topic }) => {
    const [market] = markets.get(id) ?? [];
    const records: MarketRecords | null = market
      ? { market, orders: orders.get(id) ?? [], trades: trades.get(id) ?? [] }
      : null;
    return {
      topicId: topicIds.get(topic ?? "") ?? null,
      forecasts: forecasts.get(id) ?? [],
      comments: comments.get(id) ?? [],
      market: records,
      names,
    };
  };
}

/** What the database and the bundle call actors: longer names first, since one may hold another. */
async function criteriaNames({ db }: ServiceContext, { actors }: BundleDocument): Promise<CriteriaNames> {
  const rows = await db.actor.findMany({ select: { code: true, name: true } });
  const names = new Map([...rows, ...actors].map(({ code, name }) => [name, code]));
  return [...names]
    .map(([name, code]) => [code, name] as const)
    .sort(([, one], [, other]) => other.length - one.length || (one < other ? -1 : 1));
}
