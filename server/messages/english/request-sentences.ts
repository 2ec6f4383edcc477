import type { MissingKind } from "#core/rule-values.ts";
import type { Catalogue } from "#server/messages/catalogue.ts";
import { waitText } from "./wait-text.ts";

const MISSING: Readonly<Record<MissingKind, (name: string | undefined) => string>> = {
  account: (name) => `${name} has no account to sign in to, only an imported record.`,
  coverage: () => "There is no such statement on this topic.",
  database: () => "There is no database of Parley to back up: see DATABASE_URL and PARLEY_DATA_DIR.",
  draft: () => "There is no such draft.",
  event: () => "There is no such event.",
  event_by_then: () => "This event was not in the log by then.",
  forecaster: () => "One of these forecasters does not exist.",
  order: () => "There is no such order.",
  own_bot: () => "You have no such bot.",
  own_order: () => "You have no such order.",
  own_session: () => "You have no such session. It may have ended already.",
  person: () => "There is no such person.",
  person_of_name: (name) => (name === undefined ? "There is nobody of this name." : `There is nobody named ${name}.`),
  published_question: (name) => `There is no published question “${name}”.`,
  question: () => "There is no such question.",
  record: () => "There is no such record.",
  request: () => "There is no such request.",
  resolution: () => "There is no such resolution.",
  resolution_of_question: () => "There is no such resolution of this question.",
  seal: () => "There is no such seal.",
  signal: () => "There is no such signal.",
  signal_by_then: () => "There is no such signal, or there was none by then.",
  suggestion: () => "There is no such suggestion.",
  survey: () => "No forecasts of this survey are in the database: run `parley import forecastbench` first.",
  topic: (name) => (name === undefined ? "There is no such topic." : `There is no topic ${name}.`),
  tournament: () => "There is no such tournament.",
  waiting_suggestion: () => "There is no such suggestion waiting.",
};

/** Rules of every request: who somebody is, how much they may do, and whether what they name exists. */
export const REQUEST_SENTENCES = {
  argument_must_be_in_domain: "One of the values lies outside of what Parley can compute with.",
  input_must_be_valid: ({ path, issue }) => `${path}: ${issue}`,
  cursor_must_be_of_this_list: "That is not a place in this list.",
  left_out_must_be_of_one_file: "--left-out goes with one file at a time: name one.",
  actor_must_be_signed_in: ({ reason }) =>
    reason === "anonymous" ? "Sign in to do this." : "Only a person can do this.",
  actor_must_be_permitted: "Your role does not allow this.",
  attempts_must_stay_within_limit: ({ seconds }) => `Too many attempts. Try again in ${waitText(seconds)}.`,
  writes_must_stay_within_limit: ({ seconds }) =>
    `That is more than one can do at once. Try again in ${waitText(seconds)}.`,
  load_must_stay_within_capacity: "Too much is going on at once. Try again in a moment.",
  database_must_be_reachable: "Parley cannot reach its database at the moment. Try again in a few seconds.",
  database_must_take_changes:
    "Parley can be read, but takes no changes at the moment: its database refuses to write. Try again later.",
  port_must_be_free: ({ port, host }) =>
    `Port ${port} on ${host} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
  subject_must_exist: ({ kind, name }) => MISSING[kind](name),
  name_must_be_free: (values) => {
    if (values.reason === "taken") return "Somebody already has this name.";
    if (values.reason === "alike") return `This name looks like “${values.name}”, which somebody has.`;
    return `Somebody signs in as ${values.name}, in whose name imports are written. Give that account another name first.`;
  },
  bots_must_stay_within_limit: ({ max }) => `You have ${max} bots, which is the most. Retire one first.`,
  bot_must_not_be_retired: "This bot is retired.",
  bot_must_stay_a_forecaster: "A bot stays a forecaster: it is its owner's, not another person.",
  email_must_be_free: "There is already an account with this e-mail address.",
  password_must_match: "That is not your current password.",
  instance_must_keep_an_admin: "This is the only admin. Make somebody else admin first.",
  solo_mode_must_have_one_admin: ({ admins }) =>
    `Solo mode is for an instance with one admin; this one has ${admins}. Another of them can be your second person.`,
  slug_must_be_free: ({ of }) => `Another ${of} already has this address.`,
  slug_must_be_given: ({ of }) => `Give the ${of} a name for its address, in Latin letters.`,
  idempotency_key_must_not_be_reused: ({ of }) =>
    `This idempotency key belongs to another ${of === "forecast" ? "forecast" : "action"}.`,
  subjects_must_differ: "Choose two different forecasters.",
  zone_must_be_known: ({ zone }) => `“${zone}” is not a time zone; one is named like “Asia/Muscat”.`,
  local_time_must_be_readable: ({ text }) => `“${text}” is not a date and time; write it like 2026-04-07 23:59.`,
  value_must_be_canonical: ({ type, text }) => `JSON cannot hold a ${type} such as ${text}.`,
  seal_must_be_a_hash: ({ text }) =>
    `“${text}” is no hash or root of a seal: that has 64 digits from 0 to 9 and a to f.`,
  tournament_must_start_before_end: "A tournament ends after it starts.",
  tournament_must_be_running: "The tournament is over: no question joins it any more.",
  question_must_close_within_tournament: ({ question }) => `“${question}” closes after the tournament ends.`,
  question_must_not_be_in_tournament: ({ question }) => `“${question}” is in it already.`,
} as const satisfies Partial<Catalogue>;
