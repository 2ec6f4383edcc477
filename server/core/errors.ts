import type { RateLimitState } from "./request/rate-limit.ts";
import type { PlainBroken, RuleValues } from "./rule-values.ts";

/**
 * The one error that Parley throws on purpose: a rule was broken. Its code is the rule's name, its kind decides the
 * HTTP status, its values are what a sentence about it needs. The sentence is made where it is shown, in the reader's language.
 */

/** How a broken rule is answered: 400, 401, 403, 404, 409, 429, 503. */
export type ErrorKind = "invalid" | "unauthorized" | "forbidden" | "not_found" | "conflict" | "limit" | "unavailable";

/** Every rule a caller can break, with the kind of its error. The name of the rule is the code. */
export const RULES = {
  argument_must_be_in_domain: "invalid",
  input_must_be_valid: "invalid",
  cursor_must_be_of_this_list: "invalid",
  left_out_must_be_of_one_file: "invalid",
  actor_must_be_signed_in: "unauthorized",
  actor_must_be_permitted: "forbidden",
  attempts_must_stay_within_limit: "limit",
  writes_must_stay_within_limit: "limit",
  load_must_stay_within_capacity: "limit",
  database_must_be_reachable: "unavailable",
  database_must_take_changes: "unavailable",
  backup_must_be_readable: "invalid",
  backup_must_be_whole: "invalid",
  backup_must_fit_database: "conflict",
  backup_must_not_replace_a_file: "conflict",
  database_must_be_empty: "conflict",
  port_must_be_free: "conflict",
  import_must_be_readable: "invalid",
  import_must_be_new: "conflict",
  file_must_unpack: "invalid",
  file_must_stay_within_size: "invalid",
  file_must_be_text: "invalid",
  file_must_be_utf8: "invalid",
  file_must_hold_rows: "invalid",
  file_must_be_of_its_form: "invalid",
  file_must_not_exist: "conflict",
  columns_must_be_named: "invalid",
  row_must_stay_within_size: "invalid",
  file_must_be_writable: "invalid",
  seal_must_be_a_hash: "invalid",
  subject_must_exist: "not_found",
  name_must_be_free: "conflict",
  bots_must_stay_within_limit: "conflict",
  bot_must_stay_a_forecaster: "conflict",
  bot_must_not_be_retired: "conflict",
  slug_must_be_free: "conflict",
  email_must_be_free: "conflict",
  password_must_match: "invalid",
  instance_must_keep_an_admin: "conflict",
  idempotency_key_must_not_be_reused: "conflict",
  question_must_be_open: "conflict",
  probability_must_be_within_bounds: "invalid",
  probabilities_must_sum_to_one: "invalid",
  probabilities_must_fit_question: "invalid",
  cdf_must_have_201_points: "invalid",
  cdf_must_rise_everywhere: "invalid",
  cdf_must_not_jump: "invalid",
  cdf_must_fit_range: "invalid",
  quantiles_must_ascend: "invalid",
  range_must_fit_question: "invalid",
  range_must_be_in_order: "invalid",
  range_must_stay_within_bounds: "invalid",
  range_must_be_wide_enough: "invalid",
  zero_point_must_lie_outside: "invalid",
  forecast_must_be_active: "conflict",
  zone_must_be_known: "invalid",
  local_time_must_be_readable: "invalid",
  value_must_be_canonical: "invalid",
  event_type_must_be_known: "invalid",
  event_interval_must_be_in_order: "invalid",
  event_must_have_begun: "invalid",
  event_must_have_a_source: "invalid",
  actors_must_be_distinct: "invalid",
  source_must_be_published: "invalid",
  fetching_must_be_switched_on: "forbidden",
  page_address_must_be_public: "invalid",
  page_must_answer: "conflict",
  page_must_answer_in_time: "conflict",
  page_must_redirect_within_limit: "conflict",
  page_must_stay_within_size: "conflict",
  page_must_be_text: "conflict",
  revision_must_build_on_the_latest: "conflict",
  revision_must_change_something: "invalid",
  events_must_be_duplicates_to_merge: "invalid",
  event_must_not_be_merged: "conflict",
  event_must_be_merged: "conflict",
  signal_must_ask_for_something: "invalid",
  signal_must_not_contradict_itself: "invalid",
  coverage_must_lie_in_the_past: "invalid",
  coverage_must_stand: "conflict",
  scenarios_must_be_options_of_a_topic_question: "invalid",
  slug_must_be_given: "invalid",
  criteria_must_be_resolvable: "invalid",
  criteria_must_be_undecided: "conflict",
  question_must_open_before_close: "invalid",
  question_must_close_by_deadline: "invalid",
  question_must_close_in_future: "conflict",
  crowd_must_be_revealed_by_close: "invalid",
  options_must_be_distinct: "invalid",
  criteria_must_fit_question: "invalid",
  question_must_be_published: "conflict",
  question_status_must_allow_change: "conflict",
  question_must_keep_its_deadline: "conflict",
  publisher_must_not_be_drafter: "forbidden",
  suggestion_must_be_unanswered: "conflict",
  suggestions_must_stay_within_limit: "limit",
  resolution_must_be_pending: "conflict",
  resolution_must_be_final: "conflict",
  resolution_must_have_outcome_or_reason: "invalid",
  resolution_must_cite_evidence: "invalid",
  resolution_must_carry_note: "invalid",
  outcome_must_fit_question: "invalid",
  outcome_must_lie_in_range: "invalid",
  void_reason_must_be_known: "invalid",
  void_before_forecasts_must_have_none: "conflict",
  answer_must_not_be_sent_back: "conflict",
  reopening_must_be_unanswered: "conflict",
  effective_time_must_not_follow_known_time: "invalid",
  known_time_must_not_be_in_future: "invalid",
  approver_must_not_be_proposer: "forbidden",
  approver_must_hold_no_position: "forbidden",
  approver_must_be_another_person: "forbidden",
  actor_must_have_no_conflict: "forbidden",
  solo_mode_must_have_one_admin: "conflict",
  challenge_window_must_be_within_bounds: "invalid",
  challenge_window_must_be_over: "conflict",
  challenge_window_must_be_open: "conflict",
  challenges_must_be_answered: "conflict",
  cited_coverage_must_stand: "invalid",
  challenger_must_be_eligible: "forbidden",
  subjects_must_differ: "invalid",
  tournament_must_start_before_end: "invalid",
  tournament_must_be_running: "conflict",
  question_must_close_within_tournament: "conflict",
  question_must_not_be_in_tournament: "conflict",
  reason_must_be_given: "invalid",
  amount_must_be_in_credits: "invalid",
  entries_must_sum_to_zero: "invalid",
  balance_must_cover_cost: "conflict",
  market_must_exist: "not_found",
  market_must_not_exist: "conflict",
  market_must_have_time_to_trade: "conflict",
  market_buckets_must_be_given: "invalid",
  market_buckets_must_rise_inside_range: "invalid",
  market_buckets_must_fit_question: "invalid",
  shares_must_be_held: "conflict",
  shares_must_be_tradable: "invalid",
  price_must_stay_within_limit: "conflict",
  trade_must_move_something: "conflict",
  order_must_be_open: "conflict",
  orders_must_stay_within_limit: "limit",
  order_must_expire_in_future: "invalid",
} as const satisfies Record<string, ErrorKind>;

export type RuleCode = keyof typeof RULES;

interface Field {
  /** The field of the input that broke the rule, when there is one. */
  readonly field?: string | undefined;
}

/** A rule that was broken, with the values that its sentence needs. */
export type Broken = {
  [C in RuleCode]: C extends keyof RuleValues ? [code: C, values: RuleValues[C] & Field] : [code: C, values?: Field];
}[RuleCode];

export class DomainError extends Error {
  readonly code: RuleCode;
  readonly kind: ErrorKind;
  /** Plain data, by the code: see `RuleValues`. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly field: string | undefined;

  constructor(...[code, given]: Broken) {
    super(code);
    const { field, ...values } = given ?? {};
    this.name = "DomainError";
    this.code = code;
    this.kind = RULES[code];
    this.values = values;
    this.field = field;
  }

  /** The rule and its values alone, for whatever is not thrown. */
  get broken(): PlainBroken {
    return { code: this.code, values: this.values };
  }

  /** The same, of a field unless it names one already. */
  inField(field: string): DomainError {
    return new DomainError(...([this.code, { ...this.values, field: this.field ?? field }] as Broken));
  }
}

/** Somebody did something too often; the state of the limit says when they may again. */
export class LimitReached extends DomainError {
  readonly state: RateLimitState;

  constructor(code: "attempts_must_stay_within_limit" | "writes_must_stay_within_limit", state: RateLimitState) {
    super(code, { seconds: state.resetSeconds });
    this.state = state;
  }
}

/** A function was called with what it is not defined for. Its text is for developers: people are shown the rule's sentence. */
export class ArgumentError extends DomainError {
  constructor(expected: string) {
    super("argument_must_be_in_domain");
    this.message = expected;
  }
}

/** Throws the rule unless the condition holds. */
export function ensure(condition: unknown, ...broken: Broken): asserts condition {
  if (!condition) throw new DomainError(...broken);
}

/** Guards a function against arguments that it is not defined for. */
export function ensureArgument(condition: unknown, expected: string): asserts condition {
  if (!condition) throw new ArgumentError(expected);
}
