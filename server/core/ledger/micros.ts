import { ensure } from "#core/errors.ts";

/** A credit is a million micro-credits; a share is a million micro-shares, and pays one credit. */
export const MICROS = 1_000_000n;
/** The greatest amount the ledger can hold: a signed 64-bit integer. */
export const MAX_MICROS = 9_223_372_036_854_775_807n;

/**
 * An amount of micros as people read it: credits with as many of six decimals as it needs, but at least two.
 *
 * Formula: micros / 10⁶, exactly; groups of three digits are parted by a comma.
 * Units: micro-credits in (or micro-shares), text out.
 * Source: own rule.
 *
 * @example
 * creditsText(1234500000n); // => "1,234.50"
 * creditsText(-1n); // => "-0.000001"
 * creditsText(0n); // => "0.00"
 */
export function creditsText(micros: bigint): string {
  const size = micros < 0n ? -micros : micros;
  const whole = String(size / MICROS).replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = String(size % MICROS).padStart(6, "0");
  const shown = decimals.replace(/0{1,4}$/, "");
  return `${micros < 0n ? "-" : ""}${whole}.${shown}`;
}

/** Plain digits, or in groups of three as `creditsText` writes them: a comma anywhere else may be a decimal one. */
const AMOUNT = /^(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,6}))?$/;

/**
 * The micros of an amount that a person typed.
 *
 * Formula: exact; no rounding, since more than six decimals are refused.
 * Units: text in credits (or shares), micros out.
 * Errors: `amount_must_be_in_credits` for anything but digits with at most six decimals, or beyond 2⁶³ − 1.
 * Source: own rule.
 *
 * @example
 * microsOfText("12.5"); // => 12500000n
 * microsOfText("1,250"); // => 1250000000n
 */
export function microsOfText(text: string): bigint {
  const [, grouped = "", decimals = ""] = AMOUNT.exec(text.trim()) ?? [];
  const whole = grouped.replaceAll(",", "");
  ensure(whole, "amount_must_be_in_credits", { reason: "unreadable" });
  const micros = BigInt(whole) * MICROS + BigInt(decimals.padEnd(6, "0"));
  ensure(micros <= MAX_MICROS, "amount_must_be_in_credits", { reason: "too_large" });
  return micros;
}

/**
 * The sum of amounts.
 *
 * Units: micros.
 * Source: definition.
 *
 * @example
 * sumMicros([1n, 2n, -4n]); // => -1n
 */
export function sumMicros(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/**
 * What shares come to at a price, in whole micro-credits.
 *
 * Formula: shares · price / 10⁶, rounded down or up.
 * Units: micro-shares; price in micro-credits a share; micro-credits out. None of them negative.
 * Source: definition.
 *
 * @example
 * valueAtPrice(3n, 500_000n, "down"); // => 1n
 * valueAtPrice(3n, 500_000n, "up"); // => 2n
 */
export function valueAtPrice(sharesMicros: bigint, priceMicros: bigint, rounded: "down" | "up"): bigint {
  const product = sharesMicros * priceMicros;
  return rounded === "down" ? product / MICROS : (product + MICROS - 1n) / MICROS;
}
