import type { ConflictedAct } from "./resolution/conflict-treatments.ts";
import type { ConflictKind } from "./resolution/conflicts.ts";

/** What a search did not find. */
export type MissingKind =
  | "account"
  | "coverage"
  | "database"
  | "draft"
  | "event"
  | "event_by_then"
  | "forecaster"
  | "order"
  | "own_bot"
  | "own_order"
  | "own_session"
  | "person"
  | "person_of_name"
  | "published_question"
  | "question"
  | "record"
  | "request"
  | "resolution"
  | "resolution_of_question"
  | "seal"
  | "signal"
  | "signal_by_then"
  | "suggestion"
  | "survey"
  | "topic"
  | "tournament"
  | "waiting_suggestion";

/** One thing wrong with a file: a text of the reader's, or a rule of Parley's that a record breaks, with its place. */
export type FileFault = string | { readonly at: string; readonly broken: PlainBroken; readonly whose: string };

/** A broken rule as plain data, wherever it is not thrown. */
export interface PlainBroken {
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>>;
}

interface Wait {
  readonly seconds: number;
}

interface WrongStatus {
  readonly reason: "wrong_status";
  readonly status: string;
  readonly action: string;
}

/** When a question takes no forecasts, or no trades. */
type NotOpen =
  | { readonly reason: "unpublished" | "answered" | "market_answered" | "has_answer" }
  | {
      readonly reason: "not_yet" | "over" | "market_not_yet" | "market_over" | "crowd_hidden";
      readonly at: Date | null;
    };

type Unreadable =
  | { readonly reason: "unreadable"; readonly file: string; readonly detail: string }
  | { readonly reason: "of_file"; readonly file: string; readonly problem: string | PlainBroken }
  | { readonly reason: "not_json"; readonly detail: string }
  | { readonly reason: "too_large"; readonly maxBytes: number }
  | { readonly reason: "too_many_rows"; readonly max: number }
  | { readonly reason: "faults"; readonly faults: readonly FileFault[]; readonly more: number }
  | { readonly reason: "never_ends" | "more_behind" | "array_more_behind"; readonly line: number }
  | { readonly reason: "bracket_not_opened" | "quote_not_closed"; readonly line: number }
  | { readonly reason: "record_never_ends"; readonly record: number; readonly line: number }
  | { readonly reason: "empty" | "not_utf8" | "neither_json" | "no_records" | "array_never_ends" };

type NotUnpacked =
  | { readonly reason: "other_packing"; readonly packing: string }
  | { readonly reason: "members"; readonly count: number; readonly names: readonly string[] }
  | { readonly reason: "locked" | "other_method" | "member_too_large"; readonly name: string }
  | { readonly reason: "damaged" | "office_document" | "zip_cut_off" | "zip_without_directory" }
  | { readonly reason: "zip_directory_unreadable" | "zip_member_misplaced" };

type BackupUnreadable =
  | { readonly reason: "unreadable" | "unwritable"; readonly file: string; readonly detail: string }
  | { readonly reason: "not_copied"; readonly detail: string }
  | { readonly reason: "no_backup" };

type BackupUnfit =
  | { readonly reason: "newer" | "changed"; readonly migration: string }
  | { readonly reason: "older"; readonly migrations: readonly string[] }
  | { readonly reason: "no_table" | "other_columns"; readonly table: string }
  | { readonly reason: "refused"; readonly detail: string };

/**
 * What the sentence of a broken rule needs to know, by its code: plain data. A rule that is not listed needs nothing. Where one
 * rule is broken in several ways, `reason` or `of` says in which.
 */
export interface RuleValues {
  actor_must_be_signed_in: { readonly reason: "anonymous" | "not_a_person" };
  actor_must_have_no_conflict: {
    readonly title: string;
    readonly interest: ConflictKind;
    readonly action: ConflictedAct;
    readonly mayChallenge: boolean;
  };
  amount_must_be_in_credits: { readonly reason: "unreadable" | "too_large" };
  approver_must_be_another_person: { readonly part: "conflict" | "rule" | "evidence" };
  approver_must_hold_no_position: { readonly title: string; readonly action: ConflictedAct };
  attempts_must_stay_within_limit: Wait;
  writes_must_stay_within_limit: Wait;
  backup_must_be_readable: BackupUnreadable;
  backup_must_be_whole:
    | { readonly reason: "damaged"; readonly detail: string }
    | { readonly reason: "table_missing" | "table_differs"; readonly table: string };
  backup_must_fit_database: BackupUnfit;
  backup_must_not_replace_a_file: { readonly file: string };
  challenger_must_be_eligible: { readonly reason: "challenge" | "reopening" | "suggestion" };
  columns_must_be_named:
    | { readonly reason: "twice"; readonly column: string }
    | {
        readonly reason: "missing";
        readonly missing: readonly string[];
        readonly line: string;
        readonly delimiter: "," | ";" | "\t" | "|";
      }
    | { readonly reason: "too_long" };
  criteria_must_be_resolvable:
    | { readonly reason: "no_topic" | "no_rule" | "no_words" }
    | { readonly reason: "finding"; readonly finding: string; readonly text: string };
  criteria_must_fit_question:
    | { readonly reason: "kind_kept" | "other_kind" }
    | { readonly reason: "unknown_option"; readonly option: string };
  database_must_be_empty: { readonly table: string };
  entries_must_sum_to_zero: { readonly entries: string };
  event_must_not_be_merged: { readonly reason: "merged_already" | "into_inactive" | "not_to_revise" };
  event_type_must_be_known: { readonly reason: "event" | "coverage"; readonly type: string };
  events_must_be_duplicates_to_merge: { readonly reason: "itself" | "other_topic" };
  file_must_be_of_its_form: { readonly format: "gdelt" | "icews" | "plover" | "csv" | "json" };
  file_must_be_text: { readonly line: number };
  file_must_be_utf8:
    | { readonly encoding: "UTF-8"; readonly line: number; readonly byte: number }
    | { readonly encoding: "UTF-16"; readonly line: number };
  file_must_be_writable: { readonly file: string | null; readonly detail: string };
  file_must_hold_rows: { readonly reason: "no_records" | "no_rows" | "empty" | "no_rows_in_part" };
  file_must_not_exist: { readonly file: string };
  file_must_stay_within_size: { readonly maxBytes: number };
  file_must_unpack: NotUnpacked;
  idempotency_key_must_not_be_reused: { readonly of: "forecast" | "trade" };
  import_must_be_new:
    | { readonly reason: "meanwhile" | "survey" }
    | { readonly reason: "bundle"; readonly counts: readonly (readonly [count: number, of: string])[] };
  import_must_be_readable: Unreadable;
  input_must_be_valid: { readonly path: string; readonly issue: string };
  local_time_must_be_readable: { readonly text: string };
  market_buckets_must_be_given: { readonly max: number };
  name_must_be_free: { readonly reason: "taken" } | { readonly reason: "alike" | "importer"; readonly name: string };
  options_must_be_distinct: { readonly max: number };
  orders_must_stay_within_limit: { readonly of: "market" | "all"; readonly max: number };
  outcome_must_fit_question: { readonly reason: "question" | "market" | "binary" | "multiple_choice" | "value" };
  outcome_must_lie_in_range: { readonly text: string };
  page_address_must_be_public: {
    readonly reason:
      | "not_an_address"
      | "not_web"
      | "with_password"
      | "unusual_port"
      | "no_name"
      | "local_name"
      | "local_server";
  };
  page_must_answer:
    | { readonly reason: "unknown_name" | "unreachable" }
    | { readonly reason: "status"; readonly status: number };
  page_must_answer_in_time: Wait;
  page_must_be_text:
    | { readonly reason: "compressed" }
    | { readonly reason: "other_type"; readonly type: string | null };
  page_must_redirect_within_limit: { readonly max: number };
  page_must_stay_within_size: { readonly maxBytes: number };
  port_must_be_free: { readonly port: number; readonly host: string };
  price_must_stay_within_limit: { readonly reason: "cost" | "shares" | "proceeds" };
  probabilities_must_fit_question: { readonly of: "forecast" | "opening"; readonly expected: number };
  probabilities_must_sum_to_one: { readonly of: "forecast"; readonly sum: number } | { readonly of: "opening" };
  probability_must_be_within_bounds: { readonly min: number; readonly max: number };
  cdf_must_have_201_points: { readonly points: number };
  cdf_must_fit_range: { readonly end: "lower" | "upper"; readonly isOpen: boolean; readonly min: number };
  question_must_be_open: NotOpen;
  question_must_close_within_tournament: { readonly question: string };
  question_must_not_be_in_tournament: { readonly question: string };
  question_status_must_allow_change:
    | WrongStatus
    | { readonly reason: "criteria" | "publish" | "published" | "submit" | "send_back" };
  range_must_fit_question: { readonly reason: "needed" | "not_taken" | "lost" };
  range_must_stay_within_bounds: { readonly of: "date" | "numeric" };
  reason_must_be_given: {
    readonly of: "challenge" | "reopening" | "amend" | "reject" | "merge" | "unmerge" | "revision" | "draft";
  };
  resolution_must_be_final: WrongStatus | { readonly reason: "replaced" };
  resolution_must_be_pending: WrongStatus | { readonly reason: "decided" };
  resolution_must_cite_evidence: { readonly reason: "none" | "other_topic" };
  revision_must_build_on_the_latest: { readonly of: "criteria" | "event" | "signal" };
  revision_must_change_something: { readonly of: "criteria" } | { readonly of: "event"; readonly status: string };
  seal_must_be_a_hash: { readonly text: string };
  shares_must_be_held: { readonly reason: "held" | "free" };
  signal_must_not_contradict_itself: { readonly finding: string; readonly text: string };
  slug_must_be_free: { readonly of: "question" | "topic" | "tournament" };
  slug_must_be_given: { readonly of: "topic" | "tournament" };
  solo_mode_must_have_one_admin: { readonly admins: number };
  bots_must_stay_within_limit: { readonly max: number };
  subject_must_exist: { readonly kind: MissingKind; readonly name?: string };
  suggestions_must_stay_within_limit: { readonly of: "resolution" } | { readonly of: "question"; readonly max: number };
  value_must_be_canonical: { readonly type: string; readonly text: string };
  zone_must_be_known: { readonly zone: string };
}
