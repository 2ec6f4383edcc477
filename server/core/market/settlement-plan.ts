import { ensure } from "#core/errors.ts";
import { HOUSE, marketAccount, personAccount } from "#core/ledger/account-ids.ts";
import { sumMicros } from "#core/ledger/micros.ts";
import { type AccountMove, netMoves } from "./trade-entries.ts";

/** What one person holds in a market that is settled, and has paid into it beyond what came out. */
export interface Holding {
  readonly userId: string;
  readonly sharesMicros: readonly bigint[];
  readonly paidInMicros: bigint;
}

/** A trade that was made too late, as the ledger has it, and what it changed in the positions. */
export interface LateTrade {
  readonly transactionId: string;
  readonly moves: readonly AccountMove[];
  readonly changes: readonly {
    readonly userId: string;
    readonly outcomes: readonly number[];
    readonly sharesMicros: bigint;
  }[];
}

/** A market as it is settled. */
export interface SettledMarket {
  readonly questionId: string;
  /** The winning outcome; null for a void. */
  readonly outcome: number | null;
  /** What lies in the market's account, the subsidy included. */
  readonly cashMicros: bigint;
  readonly holdings: readonly Holding[];
  /** The trades made at or after the answer was known, in the order in which they were made. */
  readonly late: readonly LateTrade[];
}

/** The transactions of a settlement in their order, and what it comes to. */
export interface SettlementPlan {
  readonly reversals: readonly { readonly reversesId: string; readonly moves: readonly AccountMove[] }[];
  /** To holders of the answer, or back to everybody; empty when nobody is due anything. */
  readonly payout: readonly AccountMove[];
  readonly residue: readonly AccountMove[];
  readonly paidOutMicros: bigint;
  readonly residueMicros: bigint;
  /** Per person: what the answer paid, and the profit of the whole market. Nobody in a void. */
  readonly results: readonly {
    readonly userId: string;
    readonly payoutMicros: bigint;
    readonly profitMicros: bigint;
  }[];
}

/**
 * The reverse of a trade's entries. What came out of an order's escrow returns to its owner, since the order is over.
 *
 * Formula: each amount with the opposite sign, escrow:u as person:u.
 * Units: micro-credits.
 * Source: own rule.
 *
 * @example
 * reversedMoves([{ accountId: "escrow:u", micros: -3n }, { accountId: "market:q", micros: 3n }]); // => [{ accountId: "market:q", micros: -3n }, { accountId: "person:u", micros: 3n }]
 */
export function reversedMoves(moves: readonly AccountMove[]): AccountMove[] {
  return netMoves(
    moves.map(({ accountId, micros }) => ({ accountId: accountId.replace(/^escrow:/, "person:"), micros: -micros })),
  );
}

/**
 * How a market is paid out.
 *
 * Formula: late trades are reversed, the newest first. Then a share of the winning outcome pays one credit; in a void, where no trade is late, everybody
 * gets back what they paid in beyond what came out, and whoever got out more gives it back. What is left goes to the house. The payouts, what people
 * give back and what is left come to exactly what the market held.
 * Units: micro-shares, which pay as many micro-credits.
 * Errors: `entries_must_sum_to_zero` when the market does not hold what it must pay, which its subsidy rules out.
 * Source: own rule.
 *
 * @example
 * settlementPlan({ questionId: "q", outcome: 0, cashMicros: 9n, holdings: [{ userId: "u", sharesMicros: [5n, 0n], paidInMicros: 2n }], late: [] }).results; // => [{ userId: "u", payoutMicros: 5n, profitMicros: 3n }]
 */
export function settlementPlan(market: SettledMarket): SettlementPlan {
  const { questionId, outcome, cashMicros } = market;
  const account = marketAccount(questionId);
  const late = outcome === null ? [] : market.late;
  const reversals = late
    .map(({ transactionId, moves }) => ({ reversesId: transactionId, moves: reversedMoves(moves) }))
    .filter(({ moves }) => moves.length > 0)
    .reverse();
  const returned = returnedTo(reversals.flatMap(({ moves }) => moves));
  const due = market.holdings.map((holding) => ({ ...holding, dueMicros: dueTo(holding, outcome, late) }));
  const cash = cashMicros + (returned.get(account) ?? 0n);
  const paidOut = sumMicros(due.map(({ dueMicros }) => dueMicros));
  const residueMicros = cash - paidOut;
  ensure(residueMicros >= 0n, "entries_must_sum_to_zero", { entries: "settlement" });
  const payout = netMoves([
    ...due.map(({ userId, dueMicros }) => ({ accountId: personAccount(userId), micros: dueMicros })),
    { accountId: account, micros: -paidOut },
  ]);
  const residue = netMoves([
    { accountId: account, micros: -residueMicros },
    { accountId: HOUSE, micros: residueMicros },
  ]);
  const results = due.map(({ userId, dueMicros, paidInMicros }) => ({
    userId,
    payoutMicros: dueMicros,
    profitMicros: dueMicros + (returned.get(personAccount(userId)) ?? 0n) - paidInMicros,
  }));
  return {
    reversals,
    payout,
    residue,
    paidOutMicros: paidOut,
    residueMicros,
    results: outcome === null ? [] : results,
  };
}

function returnedTo(moves: readonly AccountMove[]): Map<string, bigint> {
  return new Map(netMoves(moves).map(({ accountId, micros }) => [accountId, micros]));
}

/** What a holder is due: a credit for each winning share held before the late trades, or what was paid in. */
function dueTo(holding: Holding, outcome: number | null, late: readonly LateTrade[]): bigint {
  if (outcome === null) return holding.paidInMicros;
  const undone = late
    .flatMap(({ changes }) => changes)
    .filter(({ userId, outcomes }) => userId === holding.userId && outcomes.includes(outcome))
    .map(({ sharesMicros }) => sharesMicros);
  return (holding.sharesMicros[outcome] ?? 0n) - sumMicros(undone);
}

/**
 * What keeps everybody's account at or above zero when a settlement takes back more than is there: the rest is owed. Whoever owes from before and
 * is paid now pays it back.
 *
 * Formula: balance + change < 0: the shortfall is owed. Otherwise, with d owed and a change above 0: min(d, balance + change) is paid back.
 * Units: micro-credits; owed is not negative.
 * Source: own rule; there are no loans, and no balance below zero.
 *
 * @example
 * debtOf({ balanceMicros: 3n, changeMicros: -5n, owedMicros: 0n }); // => 2n
 * debtOf({ balanceMicros: 0n, changeMicros: 5n, owedMicros: 2n }); // => -2n
 */
export function debtOf(person: { balanceMicros: bigint; changeMicros: bigint; owedMicros: bigint }): bigint {
  const after = person.balanceMicros + person.changeMicros;
  if (after < 0n) return -after;
  if (person.changeMicros <= 0n) return 0n;
  return -(person.owedMicros < after ? person.owedMicros : after);
}
