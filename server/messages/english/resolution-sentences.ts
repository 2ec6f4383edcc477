import type { ConflictedAct } from "#core/resolution/conflict-treatments.ts";
import type { ConflictKind } from "#core/resolution/conflicts.ts";
import type { RuleValues } from "#core/rule-values.ts";
import type { Catalogue } from "#server/messages/catalogue.ts";
import { statusSentence } from "./status-sentence.ts";

const TASKS: Readonly<Record<ConflictedAct, string>> = {
  "change-criteria": "change its rule",
  "clarify-question": "clarify it",
  "log-event": "log this",
  "revise-event": "revise an event that its answer rests on",
  "dispute-event": "dispute an event that its answer rests on",
  "retract-event": "retract an event that its answer rests on",
  "restore-event": "restore an event that its answer rests on",
  "merge-events": "merge events that its answer rests on",
  "unmerge-event": "take apart events that its answer rests on",
  "sign-coverage": "sign this",
  "replace-coverage": "replace coverage that its answer rests on",
  "shorten-challenge-window": "shorten the time for challenges",
  "propose-resolution": "propose its answer",
  "decide-resolution": "decide its answer",
  "decline-reopening": "answer this request",
  "decline-suggested-resolution": "answer this suggestion",
};

const INTERESTS: Readonly<Record<ConflictKind, string>> = {
  holds_position: "hold a position in the market of",
  has_traded: "have traded in the market of",
  has_forecast: "have a forecast on",
};

function conflict({ title, interest, action, mayChallenge }: RuleValues["actor_must_have_no_conflict"]): string {
  const who = `You ${INTERESTS[interest]} “${title}”: somebody without an interest in it must ${TASKS[action]}.`;
  return mayChallenge ? `${who} You may challenge the answer instead.` : who;
}

/** Rules of answers: proposing, challenging and deciding them. */
export const RESOLUTION_SENTENCES = {
  actor_must_have_no_conflict: conflict,
  approver_must_hold_no_position: ({ title, action }) =>
    `You hold a position in the market of “${title}”: another admin must ${TASKS[action]}.`,
  approver_must_not_be_proposer: "You proposed this answer; another admin must approve it.",
  approver_must_be_another_person: ({ part }) =>
    ({
      conflict: "You have an interest in this question and helped its answer along; another admin must approve it.",
      rule: "You changed or clarified the rule of this question; another admin must approve its answer.",
      evidence: "You alone recorded what this answer rests on; another admin must approve it.",
    })[part],
  resolution_must_be_pending: (values) =>
    values.reason === "decided" ? "This proposal has been decided already. Reload to see how." : statusSentence(values),
  resolution_must_be_final: (values) =>
    values.reason === "replaced" ? "This version is no longer the answer." : statusSentence(values),
  resolution_must_have_outcome_or_reason: "A resolution has either an outcome or a reason for being void.",
  resolution_must_cite_evidence: ({ reason }) =>
    reason === "none"
      ? "Cite an event from the log, or the signed coverage that shows there was none."
      : "Some of the evidence is not an event of this question's topic.",
  resolution_must_carry_note: "Say in a note why this is the answer.",
  outcome_must_fit_question: ({ reason }) =>
    ({
      question: "The question has no such outcome.",
      market: "The market has no such outcome.",
      binary: "A yes/no question ends yes or no.",
      multiple_choice: "The outcome is none of the question's options.",
      value: "The outcome is no value of the question's kind.",
    })[reason],
  outcome_must_lie_in_range: ({ text }) => `${text} No forecast could say so: void the question as flawed.`,
  void_reason_must_be_known: "That is no reason for a void.",
  void_before_forecasts_must_have_none: "Somebody has forecast on this question already; choose another reason.",
  answer_must_not_be_sent_back:
    "The question has an answer that was scored: give another answer, or another reason for a void.",
  reopening_must_be_unanswered: "Somebody has answered this request already.",
  effective_time_must_not_follow_known_time: "An answer cannot be known before it is true.",
  known_time_must_not_be_in_future: "The answer cannot have become known after now.",
  challenge_window_must_be_within_bounds: "The time for challenges lasts from 0 hours to 14 days.",
  challenge_window_must_be_over: "The time for challenges is not over yet.",
  challenge_window_must_be_open: "The time for challenges is over.",
  challenges_must_be_answered: "The proposal has been challenged: answer the challenge in your note.",
  challenger_must_be_eligible: ({ reason }) =>
    ({
      challenge: "Only people who forecast on this question, moderators and admins may challenge its resolution.",
      reopening: "Only people who forecast on this question, moderators and admins may ask to reopen it.",
      suggestion: "Only people who forecast on this question may suggest its answer.",
    })[reason],
} as const satisfies Partial<Catalogue>;
