import type { Db } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import type { ReportCounts } from "./bundle-report.ts";
import type { Importing } from "./importing.ts";

const QUESTIONS_AT_ONCE = 100;

interface Said {
  readonly questionId: string;
  readonly forecasterId: string;
  readonly madeAt: number;
  readonly probabilities: readonly number[];
  readonly rationale: string | null;
}

const keyOf = (questionId: string, userId: string | undefined, madeAt: number, text: string) =>
  JSON.stringify([questionId, userId, madeAt, text]);

/**
 * Counts what a bundle says of questions that are here already: what is here as well, and what is not, which is left out, since a
 * question that is here keeps its history.
 */
export async function countKnown(
  db: Db,
  { people }: Pick<Importing, "people">,
  document: BundleDocument,
  { known, counts }: { known: ReadonlyMap<string, string>; counts: ReportCounts },
): Promise<void> {
  counts.count("questions", "known", known.size);
  if (known.size === 0) return;
  const forecasts = document.forecasts.filter(({ questionId }) => known.has(questionId));
  const comments = document.comments.filter(({ questionId }) => known.has(questionId));
  const here = await saidHere(db, [...known.values()]);
  const isForecastHere = ({ questionId, forecasterId, madeAt, ...stated }: (typeof forecasts)[number]) => {
    const values = stated.probability === undefined ? (stated.cdf ?? stated.probabilities) : [stated.probability];
    return here.has(keyOf(known.get(questionId) ?? "", people.get(forecasterId), madeAt, JSON.stringify(values)));
  };
  const isCommentHere = ({ questionId, forecasterId, madeAt, text }: (typeof comments)[number]) =>
    here.has(keyOf(known.get(questionId) ?? "", people.get(forecasterId), madeAt, JSON.stringify(text)));
  countSplit(counts, "forecasts", forecasts.map(isForecastHere));
  countSplit(counts, "comments", comments.map(isCommentHere));
  await countKnownMarkets(db, document, { known, counts });
}

function countSplit(
  counts: ReportCounts,
  list: "forecasts" | "comments" | "markets" | "orders" | "trades",
  areHere: readonly boolean[],
): void {
  const there = areHere.filter((isHere) => isHere).length;
  counts.count(list, "known", there);
  counts.count(list, "leftOut", areHere.length - there);
  if (there < areHere.length)
    counts.note(`${areHere.length - there} ${list} on questions that are here already, which keep their history`);
}

async function saidHere(db: Db, questionIds: readonly string[]): Promise<Set<string>> {
  const said = new Set<string>();
  for (let from = 0; from < questionIds.length; from += QUESTIONS_AT_ONCE) {
    const ids = questionIds.slice(from, from + QUESTIONS_AT_ONCE);
    const rows = await db.$queryRaw<{ row: string }[]>`
      SELECT json_build_object('questionId', question_id, 'forecasterId', forecaster_id,
        'madeAt', (extract(epoch FROM made_at) * 1000)::float8, 'probabilities', probabilities, 'rationale', rationale)::text AS row
      FROM forecasts WHERE question_id = ANY (${ids}::uuid[])`;
    for (const { row } of rows) {
      const { questionId, forecasterId, madeAt, probabilities, rationale } = JSON.parse(row) as Said;
      said.add(keyOf(questionId, forecasterId, madeAt, JSON.stringify(probabilities)));
      if (rationale !== null) said.add(keyOf(questionId, forecasterId, madeAt, JSON.stringify(rationale)));
    }
  }
  return said;
}

async function countKnownMarkets(
  db: Db,
  { markets, orders, trades }: BundleDocument,
  { known, counts }: { known: ReadonlyMap<string, string>; counts: ReportCounts },
): Promise<void> {
  const rows = await db.market.findMany({
    where: { questionId: { in: [...known.values()] } },
    select: { questionId: true, tradeCount: true, _count: { select: { orders: true } } },
  });
  const here = new Map(rows.map(({ questionId, ...row }) => [questionId, row]));
  const marketOf = (questionId: string) => here.get(known.get(questionId) ?? "");
  const ofKnown = <T extends { questionId: string }>(records: readonly T[]) =>
    records.filter(({ questionId }) => known.has(questionId));
  countSplit(
    counts,
    "markets",
    ofKnown(markets).map(({ questionId }) => marketOf(questionId) !== undefined),
  );
  countSplit(
    counts,
    "orders",
    ofKnown(orders).map(({ questionId, number }) => number <= (marketOf(questionId)?._count.orders ?? 0)),
  );
  countSplit(
    counts,
    "trades",
    ofKnown(trades).map(({ questionId, number }) => number <= (marketOf(questionId)?.tradeCount ?? 0)),
  );
}
