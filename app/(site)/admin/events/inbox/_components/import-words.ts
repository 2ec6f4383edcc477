import type { NoteRule, RowRule } from "#core/event/import/row-problems.ts";

const RULES: Readonly<Record<RowRule, string>> = {
  quote_must_be_closed: "a quote that is not closed",
  cells_must_fit_columns: "too few or too many cells",
  columns_must_be_known: "not the columns of this form",
  record_must_be_json: "no JSON",
  member_must_be_of_its_kind: "a member of another kind",
  row_must_stay_within_size: "more text than any event",
  id_must_be_given: "no number of its own",
  headline_must_be_given: "no headline",
  date_must_be_readable: "no readable date",
  interval_must_be_in_order: "an end that does not fit its beginning",
  precision_must_fit_interval: "a precision that does not fit its dates",
  type_must_be_mapped: "nothing that counts as an event here",
  source_must_be_on_the_web: "no source on the web",
  number_must_be_readable: "no readable number",
  magnitude_must_have_a_unit: "a magnitude without a unit, or a unit alone",
  actor_must_be_readable: "no readable actor",
  actors_must_be_distinct: "an actor twice",
  word_must_be_of_its_list: "a word that is not known",
  event_must_be_sound: "something the log does not take",
};

const NOTES: Readonly<Record<NoteRule, string>> = {
  column_is_not_read: "Columns that are not read",
  text_is_cut: "Texts that are cut",
  country_is_not_known: "Countries that are not known",
  actor_is_not_known: "Actors that are not known",
  actor_is_named_once: "Actors on both sides, named once",
  mode_is_not_kept: "Modes that are not kept",
  language_is_not_known: "Languages that are not known",
  row_was_otherwise: "Rows that said something else before",
};

/** The plain words for the rule that a row breaks, and for what is noted of one. */
export const RULE_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(RULES));
export const NOTE_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(NOTES));
