import type { RuleValues } from "#core/rule-values.ts";
import type { Catalogue } from "#server/messages/catalogue.ts";
import { statusSentence } from "./status-sentence.ts";

function unresolvable(values: RuleValues["criteria_must_be_resolvable"]): string {
  if (values.reason === "finding") return values.text;
  return {
    no_topic: "The question belongs to no topic's log.",
    no_rule: "The question needs a topic and a rule.",
    no_words: "Say in words, or as a rule, what would decide it.",
  }[values.reason];
}

function unfit(values: RuleValues["criteria_must_fit_question"]): string {
  if (values.reason === "unknown_option")
    return `The criteria name an option “${values.option}”, which the question does not have.`;
  return values.reason === "kind_kept"
    ? "A question keeps its kind of answers."
    : "The rule must be of the question's type: one rule for yes or no, one per option for several answers, a measure for a number, a first event for a date.";
}

/** Rules of a question until it is public, and of changes to it after. */
export const QUESTION_SENTENCES = {
  criteria_must_be_resolvable: unresolvable,
  criteria_must_be_undecided: "The log already decides this rule; a question must be open when it is published.",
  criteria_must_fit_question: unfit,
  question_must_open_before_close: "Forecasting must close after it opens.",
  question_must_close_by_deadline: "Forecasting must close by the end of the criteria's window, the deadline.",
  question_must_close_in_future: "Its time for forecasts is over already.",
  question_must_keep_its_deadline: "A public question keeps its deadline: forecasts were made for it.",
  question_must_be_published: "Only a published question has a market.",
  question_status_must_allow_change(values) {
    if (values.reason === "wrong_status") return statusSentence(values);
    return {
      criteria: "Its criteria can be changed or clarified only while it is public and nobody has proposed an answer.",
      publish: "Only a question under review can be published.",
      published: "A published question keeps its words, dates and rule.",
      submit: "Only a draft can be handed in for review.",
      send_back: "Only a question under review can be sent back.",
    }[values.reason];
  },
  crowd_must_be_revealed_by_close: "The crowd must be revealed between opening and closing.",
  options_must_be_distinct: ({ max }) =>
    max === 0
      ? "Only a question with several answers has options of its own."
      : `Give from 2 to ${max} options, each with a label of its own.`,
  publisher_must_not_be_drafter:
    "Somebody else must publish what you drafted or revised: another moderator or an admin.",
  range_must_fit_question: ({ reason }) =>
    ({
      needed: "Give the range of values that the answer is expected in.",
      not_taken: "This kind of question has no range.",
      lost: "The question has lost its range.",
    })[reason],
  range_must_be_in_order: "The range must end above where it begins.",
  range_must_stay_within_bounds: ({ of }) =>
    of === "date"
      ? "Both ends must lie within the years 1000 to 2999."
      : "No value may be larger than 1,000,000,000,000,000, in either direction.",
  range_must_be_wide_enough: "The range is too narrow to be told in steps.",
  zero_point_must_lie_outside:
    "The zero point of a logarithmic range must lie outside of it; a range of dates has none.",
  suggestion_must_be_unanswered: "Somebody has answered it already.",
  suggestions_must_stay_within_limit: (values) =>
    values.of === "resolution"
      ? "Your suggestion on this question waits for its answer."
      : `${values.max} of your suggestions wait for an answer; more can follow once they have one.`,
} as const satisfies Partial<Catalogue>;
