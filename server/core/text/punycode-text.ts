import { ArgumentError } from "#core/errors.ts";

const [BASE, LEAST, MOST, SKEW, DAMP, FIRST_BIAS, FIRST_CODE] = [36, 1, 26, 38, 700, 72, 128];
const GREATEST_CODE = 0x10ffff;

function wrong(): ArgumentError {
  return new ArgumentError("This is no label in Punycode.");
}

/**
 * The text that a label in Punycode stands for, without its prefix xn--.
 *
 * Errors: `argument_must_be_in_domain` for what is no such label.
 * Source: RFC 3492, section 6.2.
 *
 * @example
 * punycodeText("e1afmkfd"); // => "пример"
 * punycodeText("mnchen-3ya"); // => "münchen"
 */
export function punycodeText(label: string): string {
  const end = label.lastIndexOf("-");
  const codes = [...label.slice(0, Math.max(0, end))].map((character) => character.charCodeAt(0));
  let [code, bias, place] = [FIRST_CODE, FIRST_BIAS, 0];
  for (let at = end + 1; at < label.length; ) {
    const before = place;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = digitOf(label.charCodeAt(at++));
      place += digit * weight;
      const threshold = Math.min(MOST, Math.max(LEAST, step - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (!Number.isSafeInteger(weight)) throw wrong();
    }
    const length = codes.length + 1;
    bias = adapted(place - before, length, before === 0);
    code += Math.floor(place / length);
    if (code > GREATEST_CODE) throw wrong();
    place %= length;
    codes.splice(place++, 0, code);
  }
  return String.fromCodePoint(...codes);
}

function digitOf(code: number): number {
  const digit = code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : -1;
  if (digit < 0) throw wrong();
  return digit;
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(isFirst ? delta / DAMP : delta / 2);
  rest += Math.floor(rest / length);
  let step = 0;
  for (; rest > Math.floor(((BASE - LEAST) * MOST) / 2); step += BASE) rest = Math.floor(rest / (BASE - LEAST));
  return step + Math.floor(((BASE - LEAST + 1) * rest) / (rest + SKEW));
}
