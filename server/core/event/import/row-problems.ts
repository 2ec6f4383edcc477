import { cutText } from "./cut-text.ts";
import type { ImportedEvent } from "./imported-event.ts";

/** The rules that a row must keep to be taken in. */
export const ROW_RULES = [
  "quote_must_be_closed",
  "cells_must_fit_columns",
  "columns_must_be_known",
  "record_must_be_json",
  "member_must_be_of_its_kind",
  "row_must_stay_within_size",
  "id_must_be_given",
  "headline_must_be_given",
  "date_must_be_readable",
  "interval_must_be_in_order",
  "precision_must_fit_interval",
  "type_must_be_mapped",
  "source_must_be_on_the_web",
  "number_must_be_readable",
  "magnitude_must_have_a_unit",
  "actor_must_be_readable",
  "actors_must_be_distinct",
  "word_must_be_of_its_list",
  "event_must_be_sound",
] as const;
export type RowRule = (typeof ROW_RULES)[number];

/** What a row that is taken in may say that is not taken as it is written. */
export const NOTE_RULES = [
  "column_is_not_read",
  "text_is_cut",
  "country_is_not_known",
  "actor_is_not_known",
  "actor_is_named_once",
  "mode_is_not_kept",
  "language_is_not_known",
  "row_was_otherwise",
] as const;
export type NoteRule = (typeof NOTE_RULES)[number];

/** Something that a row says and that is wrong, or is taken otherwise than it is written. */
export interface Remark<Rule extends string> {
  readonly rule: Rule;
  /** The column, or the member of a record; null where it is about the row as a whole. */
  readonly column: string | null;
  readonly message: string;
  /** The words that it is about. */
  readonly text: string;
}
export type RowFault = Remark<RowRule>;
export type RowNote = Remark<NoteRule>;

export type RowReading =
  | { readonly event: ImportedEvent; readonly notes: readonly RowNote[] }
  | { readonly fault: RowFault };

const MAX_TEXT = 120;
/** So many further faults, and notes, of one row are told. */
const MAX_MORE = 5;
const MAX_NOTES = 20;

/**
 * A text as far as a message can quote it: its beginning, without what cannot be shown.
 *
 * @example
 * quotable("x".repeat(130)).length; // => 120
 */
export function quotable(text: string): string {
  const short = text.length > MAX_TEXT ? `${cutText(text, MAX_TEXT - 1)}…` : text;
  return short.replaceAll(UNSHOWN, "\ufffd");
}

/** What cannot be shown, nor stored: control codes other than tabs and line ends, and halves of characters. */
const UNSHOWN = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/**
 * A row that cannot be taken in, and why.
 *
 * @example
 * faulty("id_must_be_given", "id", "", "The row has no id."); // => { fault: { rule: "id_must_be_given", column: "id", message: "The row has no id.", text: "" } }
 */
export function faulty(rule: RowRule, column: string | null, text: string, message: string): { fault: RowFault } {
  return { fault: { rule, column, message, text: quotable(text) } };
}

/** What is found wrong with a row while it is read, so that all of it can be told at once. */
export interface RowProblems {
  readonly fault: (rule: RowRule, column: string | null, text: string, message: string) => void;
  readonly note: (rule: NoteRule, column: string | null, text: string, message: string) => void;
  /** The event if nothing is wrong; else one fault, whose message has all that is. */
  readonly reading: (event: ImportedEvent | null) => RowReading;
}

/**
 * A collector of what is wrong with one row.
 *
 * @example
 * rowProblems().reading(null); // => { fault: { rule: "event_must_be_sound", column: null, message: "The row is no event.", text: "" } }
 */
export function rowProblems(): RowProblems {
  const faults: RowFault[] = [];
  const notes: RowNote[] = [];
  return {
    fault: (...given) => faults.push(faulty(...given).fault),
    note(rule, column, text, message) {
      if (notes.length < MAX_NOTES) notes.push({ rule, column, message, text: quotable(text) });
    },
    reading(event) {
      const [first, ...rest] = faults;
      if (first)
        return { fault: { ...first, message: [first.message, ...rest.slice(0, MAX_MORE).map(inWords)].join(" ") } };
      return event ? { event, notes } : faulty("event_must_be_sound", null, "", "The row is no event.");
    },
  };
}

/** A fault with its column before it, as it stands among others or alone. */
const inWords = ({ column, message }: RowFault) => (column === null ? message : `${column}: ${message}`);
