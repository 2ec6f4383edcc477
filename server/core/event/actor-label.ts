import { COUNTRY_NAMES } from "./country-names.ts";
import { GROUP_NAMES } from "./group-names.ts";

/** The commonest pieces that CAMEO sets behind a country or a group, in our words. */
const SECTORS: ReadonlyMap<string, string> = new Map([
  ["GOV", "government"],
  ["MIL", "armed forces"],
  ["LEG", "parliament"],
  ["JUD", "courts"],
  ["OPP", "opposition"],
  ["REB", "rebels"],
  ["COP", "police"],
  ["SPY", "intelligence services"],
  ["BUS", "business"],
  ["MED", "media"],
  ["CVL", "civilians"],
  ["EDU", "universities"],
  ["REF", "refugees"],
  ["UAF", "unaligned armed forces"],
  ["NGO", "non-governmental organisations"],
]);

/**
 * An actor in words, from its code; the code itself when its first piece is no country or group of ours.
 *
 * @example
 * actorLabel("IRN"); // => "Iran"
 * actorLabel("IRNGOV"); // => "Iran (government)"
 * actorLabel("UNO"); // => "the United Nations"
 * actorLabel("XVA"); // => "XVA"
 */
export function actorLabel(code: string): string {
  const first = code.slice(0, 3);
  const whole = COUNTRY_NAMES.get(first) ?? GROUP_NAMES.get(first);
  if (!whole) return code;
  const pieces = code.slice(3).match(/.{1,3}/g) ?? [];
  if (pieces.length === 0) return whole;
  return `${whole} (${pieces.map((piece) => SECTORS.get(piece) ?? piece).join(", ")})`;
}
