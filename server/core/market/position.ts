import { ensure } from "#core/errors.ts";
import { MICROS, sumMicros } from "#core/ledger/micros.ts";

/** What one person holds in a market, per outcome, and what it cost. */
export interface Position {
  readonly sharesMicros: readonly bigint[];
  /** The part that resting sell orders hold back. */
  readonly reservedMicros: readonly bigint[];
  /** What the shares held cost, on average. */
  readonly basisMicros: readonly bigint[];
  /** Profit of what was sold or handed back. */
  readonly realisedMicros: bigint;
}

/** Shares that come (or, negative, go) in equal number in each of some outcomes, for what was paid (or received). */
export interface PositionChange {
  readonly outcomes: readonly number[];
  readonly sharesMicros: bigint;
  readonly paidMicros: bigint;
  /** Shares that go come out of what a resting order holds back. */
  readonly isReserved?: boolean;
}

/**
 * A position with nothing in it.
 *
 * Source: definition.
 *
 * @example
 * noPosition(2).sharesMicros; // => [0n, 0n]
 */
export function noPosition(outcomes: number): Position {
  const zeros = Array.from({ length: outcomes }, () => 0n);
  return { sharesMicros: zeros, reservedMicros: zeros, basisMicros: zeros, realisedMicros: 0n };
}

/** Parts of an amount in proportion to weights, in whole micros; the last part takes what is left over. */
function parts(amount: bigint, weights: readonly number[]): bigint[] {
  const whole = weights.map((weight) => BigInt(Math.max(1, Math.round(weight * Number(MICROS)))));
  const total = sumMicros(whole);
  const shared = whole.map((weight) => (amount * weight) / total);
  const last = shared.length - 1;
  return shared.map((part, i) => (i === last ? amount - sumMicros(shared.slice(0, last)) : part));
}

/**
 * A position after a trade.
 *
 * Formula: what was paid adds to the basis, parted among the outcomes by price; what goes takes its share of the average basis with it, and what it
 * brings beyond that is realised. Always: Σ basis − realised = paid in − received.
 * Units: micro-shares, micro-credits; prices one per outcome.
 * Errors: `shares_must_be_held` for more shares than are held, or than are free of orders.
 * Source: average cost.
 *
 * @example
 * positionAfter(noPosition(2), { outcomes: [0], sharesMicros: 10n, paidMicros: 5n }, [0.5, 0.5]).basisMicros; // => [5n, 0n]
 */
export function positionAfter(position: Position, change: PositionChange, prices: readonly number[]): Position {
  const { outcomes, sharesMicros: moved, paidMicros, isReserved = false } = change;
  const shares = [...position.sharesMicros];
  const reserved = [...position.reservedMicros];
  const basis = [...position.basisMicros];
  const paidFor = parts(
    paidMicros,
    outcomes.map((i) => prices[i] ?? 0),
  );
  let removed = 0n;
  for (const [k, i] of outcomes.entries()) {
    const [held = 0n, back = 0n, cost = 0n] = [shares[i], reserved[i], basis[i]];
    shares[i] = held + moved;
    if (moved >= 0n) {
      basis[i] = cost + (paidFor[k] ?? 0n);
      continue;
    }
    const free = isReserved ? back : held - back;
    ensure(free >= -moved, "shares_must_be_held", { reason: "held", field: "sharesMicros" });
    if (isReserved) reserved[i] = back + moved;
    const gone = held === 0n ? 0n : (cost * -moved) / held;
    basis[i] = cost - gone;
    removed += gone;
  }
  const realisedMicros = position.realisedMicros + (moved < 0n ? -paidMicros - removed : 0n);
  return { sharesMicros: shares, reservedMicros: reserved, basisMicros: basis, realisedMicros };
}

/**
 * How many complete sets of all outcomes a position can hand back, each for one credit.
 *
 * Formula: the least number of free shares over the outcomes.
 * Units: micro-shares, which are as many micro-credits.
 * Source: definition.
 *
 * @example
 * completeSets({ ...noPosition(2), sharesMicros: [7n, 3n] }); // => 3n
 */
export function completeSets({ sharesMicros, reservedMicros }: Position): bigint {
  return sharesMicros
    .map((held, i) => held - (reservedMicros[i] ?? 0n))
    .reduce((least, free) => (free < least ? free : least));
}

/**
 * What somebody paid into a market beyond what they got out of it: what a void gives back. Negative for who got out more.
 *
 * Formula: Σ basis − realised.
 * Units: micro-credits.
 * Source: `positionAfter`.
 *
 * @example
 * paidInOf({ ...noPosition(2), basisMicros: [5n, 2n], realisedMicros: 1n }); // => 6n
 */
export function paidInOf({ basisMicros, realisedMicros }: Pick<Position, "basisMicros" | "realisedMicros">): bigint {
  return sumMicros(basisMicros) - realisedMicros;
}

/**
 * What a position is worth at given prices.
 *
 * Formula: Σ ⌊shares · price⌋, price in whole millionths.
 * Units: micro-shares in, micro-credits out.
 * Source: definition.
 *
 * @example
 * positionValue({ sharesMicros: [10_000_000n, 0n] }, [0.25, 0.75]); // => 2500000n
 */
export function positionValue({ sharesMicros }: Pick<Position, "sharesMicros">, prices: readonly number[]): bigint {
  return sumMicros(
    sharesMicros.map((held, i) => (held * BigInt(Math.round((prices[i] ?? 0) * Number(MICROS)))) / MICROS),
  );
}

/**
 * A position with what it is worth at given prices, and what it would gain or lose.
 *
 * Formula: unrealised = value − Σ basis.
 * Units: micros; prices one per outcome.
 * Source: average cost.
 *
 * @example
 * shownPosition({ ...noPosition(2), sharesMicros: [10n, 0n], basisMicros: [4n, 0n] }, [0.5, 0.5]).unrealisedMicros; // => 1n
 */
export function shownPosition(position: Position, prices: readonly number[]) {
  const { sharesMicros, reservedMicros, basisMicros, realisedMicros } = position;
  const valueMicros = positionValue(position, prices);
  return {
    sharesMicros: [...sharesMicros],
    reservedMicros: [...reservedMicros],
    basisMicros: [...basisMicros],
    valueMicros,
    unrealisedMicros: valueMicros - sumMicros(basisMicros),
    realisedMicros,
  };
}

/**
 * A position in a market whose prices are hidden: what was paid is told, what it is worth is not.
 *
 * Units: micros.
 * Source: `shownPosition`, without what takes a price.
 *
 * @example
 * withoutValue({ ...noPosition(2), sharesMicros: [10n, 0n], basisMicros: [4n, 0n] }).valueMicros; // => null
 */
export function withoutValue({ sharesMicros, reservedMicros, basisMicros, realisedMicros }: Position) {
  return {
    sharesMicros: [...sharesMicros],
    reservedMicros: [...reservedMicros],
    basisMicros: [...basisMicros],
    valueMicros: null,
    unrealisedMicros: null,
    realisedMicros,
  };
}
