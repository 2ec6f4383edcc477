import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { NamedElsewhere } from "#core/bundle/bundle-faults.ts";
import { rangeFault } from "#core/bundle/range-fault.ts";
import { subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { ensureBoundsAreSound } from "#core/market/outcome-buckets.ts";
import { replayedMarket } from "#core/market/replayed-market.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { rangeOf } from "#services/bundle/scorable-bundle.ts";
import { toldMarket } from "#services/import/stated-market.ts";
import { brokenRule } from "./topic-faults.ts";

type Question = BundleDocument["questions"][number];
type Market = BundleDocument["markets"][number];
type Found = readonly [field: string, message: BundleFault["message"]];

/** Markets that cannot have come about: terms that do not fit their questions, and records that do not play again. */
export function* marketFaults(document: BundleDocument, elsewhere: NamedElsewhere): Generator<BundleFault> {
  const { markets, orders, trades } = document;
  const questions = new Map(document.questions.map((question) => [question.id, question]));
  const people = new Set([...elsewhere.forecasters, ...document.forecasters.map(({ id }) => id)]);
  const sound = new Set<string>();
  const seen = new Set<string>();
  for (const [index, market] of markets.entries()) {
    const { questionId } = market;
    const found: Found[] = seen.has(questionId) ? [["questionId", "The question has a market already."]] : [];
    seen.add(questionId);
    const question = questions.get(questionId);
    if (question) found.push(...faultsOfTerms(market, question));
    else if (!elsewhere.questions.has(questionId))
      found.push(["questionId", `There is no question "${questionId}" in the bundle.`]);
    for (const [field, message] of found) yield { list: "markets", index, field, message };
    if (question && found.length === 0) sound.add(questionId);
  }
  for (const list of ["orders", "trades"] as const) {
    for (const [index, record] of document[list].entries()) {
      const found = [...faultsOfAct(record, seen, people)];
      for (const [field, message] of found) yield { list, index, field, message };
      if (found.length > 0) sound.delete(record.questionId);
    }
  }
  const [byOrders, byTrades] = [placed(orders), placed(trades)];
  for (const market of markets) {
    if (!sound.has(market.questionId)) continue;
    const own = { orders: byOrders.get(market.questionId) ?? [], trades: byTrades.get(market.questionId) ?? [] };
    const fault = faultOfHistory(market, own);
    if (fault) yield fault;
  }
}

interface Placed<T> {
  readonly record: T;
  readonly index: number;
}

/** The records of each market, in order of their numbers, with their places in their list. */
function placed<T extends { questionId: string; number: number }>(records: readonly T[]): Map<string, Placed<T>[]> {
  const all = records.map((record, index) => ({ record, index }));
  const inOrder = all.toSorted((one, other) => one.record.number - other.record.number);
  return Map.groupBy(inOrder, ({ record }) => record.questionId);
}

function faultsOfTerms(market: Market, question: Question): Found[] {
  const { liquidityMicros, openingPrices, bucketBounds } = market;
  const range = rangeOf(question);
  const isRange = question.type === "numeric" || question.type === "date";
  if (isRange && (!range || rangeFault(question.type as "numeric", range))) return [];
  const wrongBounds =
    isRange && range
      ? brokenRule(() => ensureBoundsAreSound(range, bucketBounds))
      : bucketBounds.length > 0
        ? "Only a question about a number or a date is traded in buckets."
        : null;
  if (wrongBounds) return [["bucketBounds", wrongBounds]];
  const outcomes = isRange ? bucketBounds.length + 1 : question.type === "binary" ? 2 : question.options.length;
  if (openingPrices.length !== outcomes) return [["openingPrices", `There are ${outcomes} outcomes.`]];
  if (Math.abs(openingPrices.reduce((sum, price) => sum + price, 0) - 1) >= 1e-9)
    return [["openingPrices", "Opening prices sum to 1."]];
  const soldMicros = openingPrices.map(() => 0n);
  const wrong = brokenRule(() => subsidyOfMarket({ liquidityMicros, openingPrices, soldMicros }));
  return wrong ? [["openingPrices", wrong]] : [];
}

function* faultsOfAct(
  act: { questionId: string; forecasterId: string; closedAt?: number | undefined; closedBy?: string | undefined },
  markets: ReadonlySet<string>,
  people: ReadonlySet<string>,
): Generator<Found> {
  const { questionId, forecasterId, closedAt, closedBy } = act;
  if (!markets.has(questionId)) yield ["questionId", `There is no market of "${questionId}" in the bundle.`];
  if (!people.has(forecasterId)) yield ["forecasterId", `There is no forecaster "${forecasterId}" in the bundle.`];
  if ((closedAt === undefined) !== (closedBy === undefined)) {
    yield [closedAt === undefined ? "closedAt" : "closedBy", "An order that is closed says when, and by what."];
  }
}

function faultOfHistory(
  market: Market,
  own: {
    orders: readonly Placed<BundleDocument["orders"][number]>[];
    trades: readonly Placed<BundleDocument["trades"][number]>[];
  },
): BundleFault | null {
  const records = {
    market,
    orders: own.orders.map(({ record }) => record),
    trades: own.trades.map(({ record }) => record),
  };
  const replayed = replayedMarket(toldMarket(records, (forecasterId) => forecasterId));
  if (!("message" in replayed)) return null;
  const { list, index, field, message } = replayed;
  return { list, index: own[list][index]?.index ?? 0, field, message };
}
