import { MINUS } from "#app/_components/percent-text.ts";
import { creditsText } from "#core/ledger/micros.ts";

/** Credits or shares to two decimals, cut rather than rounded, so that nobody is shown more than they have: "1,234.50", "−0.07". */
export function shortCredits(micros: string): string {
  const exact = creditsText(BigInt(micros)).replace(/(\.\d\d)\d+$/, "$1");
  return /[1-9]/.test(exact) ? exact.replace("-", MINUS) : exact.replace("-", "");
}

/** The same with its sign always shown, for profits and entries. */
export function signedCredits(micros: string): string {
  const text = shortCredits(micros);
  return /[1-9]/.test(text) && !text.startsWith(MINUS) ? `+${text}` : text;
}

/** What is typed into a field for an amount: "12.5", without the commas between thousands. */
export function creditsField(micros: string): string {
  return creditsText(BigInt(micros)).replaceAll(",", "");
}

/** The size of an amount, whichever way it goes. */
export function withoutSign(micros: string): string {
  return micros.replace("-", "");
}

/** Whether there is anything: neither "0" nor "-0". */
export function isSome(micros: string): boolean {
  return /[1-9]/.test(micros);
}
