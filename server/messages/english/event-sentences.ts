import type { Catalogue } from "#server/messages/catalogue.ts";

/** Rules of the log: events, their sources, signals and coverage. */
export const EVENT_SENTENCES = {
  event_type_must_be_known: ({ reason, type }) =>
    reason === "event"
      ? `“${type}” is no PLOVER type, mode or subtype, such as CONSULT.visit.`
      : `“${type}” is no event type.`,
  event_interval_must_be_in_order: "The end lies before the beginning.",
  event_must_have_begun: "The log holds what has happened; this lies in the future.",
  event_must_have_a_source: "Cite at least one source.",
  actors_must_be_distinct: "An actor is named twice in one role.",
  source_must_be_published: "A source cannot be dated in the future.",
  revision_must_build_on_the_latest: ({ of }) =>
    of === "criteria"
      ? "Somebody changed the rule meanwhile; look at theirs first."
      : `Somebody has ${of === "event" ? "revised" : "changed"} this ${of} since you opened it. Reload to see what changed; your text is kept here.`,
  revision_must_change_something: (values) =>
    values.of === "criteria"
      ? "The rule and its fine print read as they did."
      : `The event is ${values.status} already.`,
  events_must_be_duplicates_to_merge: ({ reason }) =>
    reason === "itself" ? "An event cannot be merged into itself." : "Duplicates are events of one topic.",
  event_must_not_be_merged: ({ reason }) =>
    ({
      merged_already: "This event was merged into another already.",
      into_inactive: "The other event is no longer in force. Choose the one that is.",
      not_to_revise: "This event was merged into another. Revise that one, or take the merge back first.",
    })[reason],
  event_must_be_merged: "This event is not merged into another.",
  fetching_must_be_switched_on: "This instance does not read pages. Fill in the fields by hand.",
  page_address_must_be_public: ({ reason }) =>
    ({
      not_an_address: "This is not a web address.",
      not_web: "Only pages at https:// or http:// can be read.",
      with_password: "The address must not carry a name or password.",
      unusual_port: "Only the usual ports of the web, 80 and 443, can be asked.",
      no_name: "A page can only be read from a server that has a name.",
      local_name: "This name is not one of the public internet.",
      local_server: "This name does not stand for a server of the public internet.",
    })[reason],
  page_must_answer(values) {
    if (values.reason === "status") return `The server answered ${values.status} instead of the page.`;
    return values.reason === "unknown_name"
      ? "There is no server of that name."
      : "The server could not be reached, or broke off.";
  },
  page_must_answer_in_time: ({ seconds }) => `The page did not come within ${seconds} s.`,
  page_must_redirect_within_limit: ({ max }) => `The page sends its readers on more than ${max} times.`,
  page_must_stay_within_size: ({ maxBytes }) =>
    `The page is larger than ${maxBytes / 1_000_000} MB, the most that is read.`,
  page_must_be_text: (values) =>
    values.reason === "compressed"
      ? "The page is compressed in a way that cannot be read."
      : `Not a page but ${values.type ?? "something without a type"}.`,
  signal_must_ask_for_something: "Name a type, an actor, a place, a tag or a magnitude.",
  signal_must_not_contradict_itself: ({ text }) => text,
  coverage_must_lie_in_the_past: "Only what has passed can be covered.",
  coverage_must_stand: "Another statement has replaced that one already.",
  cited_coverage_must_stand:
    "Some of the coverage cited is not a statement of this question's topic, or was replaced by a later one.",
  scenarios_must_be_options_of_a_topic_question:
    "Scenarios are the options of a multiple-choice question of this topic.",
  reason_must_be_given: ({ of }) =>
    ({
      challenge: "Say what is wrong with the proposed answer.",
      reopening: "Say what is wrong with the answer.",
      amend: "Say why you amend the proposal.",
      reject: "Say why you reject the proposal.",
      merge: "Say why they are one.",
      unmerge: "Say why they are two.",
      revision: "Say why this changes.",
      draft: "The draft is under review: say why it changes.",
    })[of],
} as const satisfies Partial<Catalogue>;
