import { aggregationFamilies } from "./families-aggregation.ts";
import { calibrationFamilies } from "./families-calibration.ts";
import { continuousFamilies } from "./families-continuous.ts";
import { marketFamilies } from "./families-market.ts";
import { rankingFamilies } from "./families-ranking.ts";
import { scoresFamilies } from "./families-scores.ts";
import type { Families, ServedFamily, UnservedFamily } from "./vector-case.ts";

const FAMILIES: Families = {
  ...scoresFamilies,
  ...continuousFamilies,
  ...aggregationFamilies,
  ...calibrationFamilies,
  ...rankingFamilies,
  ...marketFamilies,
};

/** The family of an id: the longest name that the id begins with; null when there is none. */
export function familyOf(id: string): { name: string; family: ServedFamily | UnservedFamily } | null {
  const names = Object.keys(FAMILIES).filter((name) => id.startsWith(name));
  const name = names.sort((a, b) => b.length - a.length)[0];
  const family = name === undefined ? undefined : FAMILIES[name];
  return name === undefined || family === undefined ? null : { name, family };
}
