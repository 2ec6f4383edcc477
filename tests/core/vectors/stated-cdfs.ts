import { normalCumulative } from "#core/special/normal-cumulative.ts";
import { statedNumber } from "#core/stated-number.ts";
import { evenly } from "./metaculus-rows.ts";

const SPACED = /^linspace\(([^,]+), ?([^,]+), ?(\d+)\)(?:, (\d+) outcomes)?$/;
const NORMAL =
  /^F\(x\)=([\d.]+)\+([\d.]+)\*\(Phi\(\(x-([\d.]+)\)\/([\d.]+)\)-Phi\(([-\d.]+)\)\)\/\(Phi\(([-\d.]+)\)-Phi\(\5\)\), x=i\/(\d+)$/;

function numbersOf(texts: readonly (string | undefined)[]): number[] {
  return texts.map((text = "") => {
    const number = statedNumber(text);
    if (number === null) throw new Error(`${JSON.stringify(text)} is no number`);
    return number;
  });
}

/** A CDF that a case of the validation describes in words. */
export function describedCdf(text: string, buckets: number): Float64Array {
  const [, first, last, count, outcomes] = SPACED.exec(text) ?? [];
  if (outcomes !== undefined && Number(outcomes) !== buckets) throw new Error(`${text} is not of ${buckets} outcomes`);
  if (count !== undefined) return evenly(numbersOf([first, last, count]) as [number, number, number]);
  const [, zeroes] = /^(\d+) zero steps then equal steps$/.exec(text) ?? [];
  const steps = Array.from({ length: buckets + 1 }, (_, i) => i);
  if (zeroes !== undefined) {
    return Float64Array.from(steps, (i) => Math.max(0, i - Number(zeroes)) / (buckets - Number(zeroes)));
  }
  const [, jump] = /^one step of (.+)$/.exec(text) ?? [];
  if (jump === undefined) throw new Error(`no CDF is known as ${JSON.stringify(text)}`);
  const [height = 0] = numbersOf([jump]);
  return Float64Array.from(steps, (i) => (i === 0 ? 0 : height + ((1 - height) * (i - 1)) / (buckets - 1)));
}

/** A normal distribution cut to the range, as its formula says. */
export function cdfOfFormula(text: string): Float64Array {
  const found = NORMAL.exec(text);
  if (!found) throw new Error(`no CDF is known as ${JSON.stringify(text)}`);
  const [outside = 0, mass = 0, mean = 0, deviation = 1, from = 0, until = 0, steps = 1] = numbersOf(found.slice(1));
  const below = normalCumulative(from);
  const inside = normalCumulative(until) - below;
  return evenly([0, 1, steps + 1]).map(
    (x) => outside + (mass * (normalCumulative((x - mean) / deviation) - below)) / inside,
  );
}

/** The CDF "x" or "x^k" on the grid that a text such as "x=i/200, i=0..200" describes. */
export function powerCdf(text: string, grid: string): number[] {
  const [, steps] = /^x=i\/(\d+), i=0\.\.\1$/.exec(grid) ?? [];
  const [isPower, exponent = "1"] = /^x(?:\^(\d+))?$/.exec(text) ?? [];
  if (steps === undefined || isPower === undefined) throw new Error(`no CDF is known as ${text} on ${grid}`);
  return Array.from(evenly([0, 1, Number(steps) + 1]), (x) => x ** Number(exponent));
}
