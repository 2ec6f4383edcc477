/** Odds are told to two digits: more would claim a precision that nobody has. */
function twoDigits(value: number): string {
  if (value >= 99.5) return String(Math.round(value));
  return String(Number(value.toPrecision(2)));
}

/** A probability as odds for against: "1 : 1", "3 : 1", "1 : 19". */
export function oddsText(probability: number): string {
  const odds = probability / (1 - probability);
  return odds >= 1 ? `${twoDigits(odds)} : 1` : `1 : ${twoDigits(1 / odds)}`;
}

/** A comma before one or two digits begins a fraction; before three it might part thousands as well, so it is not read. */
const NUMBER = String.raw`(\d+(?:\.\d+|,\d{1,2})?)`;
const ODDS = new RegExp(String.raw`^\s*${NUMBER}\s*(?:(?::|/|to)\s*${NUMBER})?\s*$`, "i");

/** The probability that odds stand for: "3 : 1", "3/1", "3 to 1" or plain "3" for three to one. Null when it says none. */
export function probabilityOfOdds(text: string): number | null {
  const [, first, second = "1"] = ODDS.exec(text) ?? [];
  if (first === undefined) return null;
  const [own, other] = [first, second].map((part) => Number(part.replace(",", "."))) as [number, number];
  return own > 0 && other > 0 ? own / (own + other) : null;
}
