import { formatInstant, zoneInWords } from "#core/time/format-instant.ts";
import { zoneOffsetMinutes } from "#core/time/wall-clock.ts";
import type { Criteria, CriteriaFrame, CriteriaWindow, Measure } from "./criteria.ts";
import { matchPhrase } from "./match-phrase.ts";
import { ruleClause } from "./rule-clause.ts";

const MEASURES: Record<Measure, string> = {
  count: "The number of",
  sum: "The sum of the magnitudes of all",
  max: "The greatest magnitude among all",
  min: "The least magnitude among all",
  last: "The magnitude of the last of all",
};

/**
 * Criteria in English, generated from the object, so that what people read is what the machine checks.
 *
 * The labels of a multiple-choice question's options are given by id; an option without one is named by its id.
 *
 * @example
 * criteriaSentence({ window: { from: 0, until: 86400000, zone: "UTC" }, minimumSourceGroups: 1, settlementLagHours: 24, rule: { kind: "occurs", match: { types: ["AGREE"] } } }); // => "Yes if, from 1 January 1970, 00:00, until 2 January 1970, 00:00, UTC, there is an agreement. An event counts when one source reports it. Otherwise No: once the window has ended, 24 hours have passed for late reports, and the log is signed complete for the window."
 */
export function criteriaSentence(criteria: Criteria, optionLabels: ReadonlyMap<string, string> = new Map()): string {
  const label = (optionId: string) => `“${optionLabels.get(optionId) ?? optionId}”`;
  const window = windowPhrase(criteria.window);
  const counts = countsPhrase(criteria);
  const settled = settledPhrase(criteria);
  if ("rule" in criteria) return `Yes if, ${window}, ${ruleClause(criteria.rule)}. ${counts} Otherwise No: ${settled}.`;
  if ("options" in criteria) {
    const options = criteria.options.map(({ optionId, rule }) => `${label(optionId)} if ${ruleClause(rule)}`);
    const otherwise = `Otherwise ${label(criteria.otherwise)}: ${settled}.`;
    return `Whichever comes first, ${window}: ${options.join("; ")}. ${counts} ${otherwise}`;
  }
  if ("measure" in criteria) {
    const what = `${MEASURES[criteria.measure]} ${matchPhrase(criteria.match, "many")}`;
    return `${what}, ${window}. ${counts} The value is read ${settled}.`;
  }
  const first = matchPhrase(criteria.first, "one");
  return `The date of the first such event, ${window}: ${first}. ${counts} Later than the window: ${settled}.`;
}

/**
 * The window of criteria in words, with the zone's offset from UTC at both ends.
 *
 * @example
 * windowPhrase({ from: 0, until: 3600000, zone: "Asia/Muscat" }); // => "from 1 January 1970, 04:00, until 1 January 1970, 05:00, Muscat time (UTC+4)"
 */
export function windowPhrase({ from, until, zone }: CriteriaWindow): string {
  const last = zoneInWords(zone, until);
  const changes = zoneOffsetMinutes(from, zone) !== zoneOffsetMinutes(until, zone);
  const first = changes ? ` ${zoneInWords(zone, from)}` : "";
  return `from ${formatInstant(from, zone)}${first}, until ${formatInstant(until, zone)}, ${last}`;
}

function countsPhrase({ minimumSourceGroups, minimumTier }: CriteriaFrame): string {
  const one = minimumSourceGroups <= 1;
  const primary = minimumTier === "primary" ? " primary" : "";
  const sources = one ? `one${primary} source` : `${minimumSourceGroups} independent${primary} sources`;
  const better = minimumTier === undefined || primary !== "" ? "" : ` of tier “${minimumTier}” or better`;
  return `An event counts when ${sources}${better} report${one ? "s" : ""} it.`;
}

function settledPhrase({ settlementLagHours }: CriteriaFrame): string {
  const lag = settlementLagHours === 1 ? "1 hour has" : `${settlementLagHours} hours have`;
  const late = settlementLagHours > 0 ? `, ${lag} passed for late reports,` : "";
  return `once the window has ended${late} and the log is signed complete for the window`;
}
