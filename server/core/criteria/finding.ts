/** Something found amiss with criteria before they are published. An error forbids it, a warning is to be read. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  readonly message: string;
}

export type FindingCode =
  | "window_is_empty"
  | "window_is_over"
  | "window_has_begun"
  | "window_is_very_long"
  | "zone_is_unknown"
  | "window_must_end_at_deadline"
  | "closes_after_window"
  | "no_sources_required"
  | "one_source_suffices"
  | "lag_is_negative"
  | "no_time_for_late_reports"
  | "type_is_unknown"
  | "type_is_own_subtype"
  | "any_type_counts"
  | "actor_code_is_malformed"
  | "country_is_unknown"
  | "match_contradicts_itself"
  | "magnitude_range_is_empty"
  | "unit_is_not_stated"
  | "threshold_is_not_positive"
  | "rule_costs_too_much"
  | "rule_has_no_conditions"
  | "sequence_is_too_short"
  | "sequence_awaits_absence"
  | "span_is_not_positive"
  | "span_exceeds_window"
  | "option_is_unknown"
  | "option_is_listed_twice"
  | "option_never_wins"
  | "otherwise_is_missing"
  | "otherwise_has_a_rule";

/**
 * A finding that forbids publishing.
 *
 * @example
 * errorFinding("window_is_empty", "…").severity; // => "error"
 */
export function errorFinding(code: FindingCode, message: string): Finding {
  return { code, severity: "error", message };
}

/**
 * A finding to be read before publishing.
 *
 * @example
 * warningFinding("window_has_begun", "…").severity; // => "warning"
 */
export function warningFinding(code: FindingCode, message: string): Finding {
  return { code, severity: "warning", message };
}
