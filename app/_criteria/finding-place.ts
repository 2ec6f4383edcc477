/** The parts of the form that a finding can belong to, with the fragment that leads there. */
export const FINDING_PLACES = { dates: "The dates", rule: "The rule", counting: "What counts" } as const;
export type FindingPlace = keyof typeof FINDING_PLACES;

const COUNTING: readonly string[] = [
  "no_sources_required",
  "one_source_suffices",
  "lag_is_negative",
  "no_time_for_late_reports",
];

/** The part of the form in which a finding is put right. */
export function findingPlace(code: string): FindingPlace {
  if (COUNTING.includes(code)) return "counting";
  return code.startsWith("window_") || code.startsWith("closes_") || code.startsWith("zone_") ? "dates" : "rule";
}
