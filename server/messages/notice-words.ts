import { creditsText } from "#core/ledger/micros.ts";
import { SETTLEMENT_RULE, VOID_RULE } from "#core/market/settlement-words.ts";
import type { NamedOutcome, NamedQuestion, Notice, NoticeKind, NoticeParams } from "#core/notice/notice.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import { countText } from "#core/text/count-text.ts";
import { formatInstant } from "#core/time/format-instant.ts";

/** A notice as it is shown: what happened, as a sentence without a full stop, a line or two about it, and the page to see. */
export interface NoticeWords {
  readonly title: string;
  readonly body: string;
  /** A path of this site. */
  readonly href: string;
}

/** A notice in English. Another language is another such table. */
export function noticeWords(notice: Notice): NoticeWords {
  const words = WORDS[notice.kind] as (params: NoticeParams[NoticeKind]) => NoticeWords;
  return words(notice.params);
}

const WORDS: { readonly [K in NoticeKind]: (params: NoticeParams[K]) => NoticeWords } = {
  criteria_changed: ({ question, reason, sentence }) => ({
    title: `The rule changed: ${question.title}`,
    body: `Why: ${reason}\nNow: ${sentence}`,
    href: `${pageOf(question)}?tab=versions#activity`,
  }),
  question_clarified: ({ question, text }) => ({
    title: `Clarified: ${question.title}`,
    body: text,
    href: `${pageOf(question)}#criteria`,
  }),
  resolution_proposed: ({ question, outcome, challengeUntil, isNew }) => ({
    title: `${isNew ? "New answer proposed:" : "Answer proposed:"} ${answer(outcome)}: ${question.title}`,
    body: untilWords(challengeUntil),
    href: recordOf(question),
  }),
  resolution_amended: ({ question, outcome, challengeUntil }) => ({
    title: `Proposed answer amended to ${answer(outcome)}: ${question.title}`,
    body: untilWords(challengeUntil),
    href: recordOf(question),
  }),
  resolution_challenged: withReason("Answer challenged"),
  resolution_rejected: withReason("Proposed answer rejected"),
  resolution_returned: withReason("Too early to answer"),
  resolution_withdrawn: withReason("The engine withdrew its proposed answer"),
  resolution_final: ({ question, outcome, peer }) => ({
    title: `Answered ${answer(outcome)}: ${question.title}`,
    body: scoreWords(peer, null, outcome.value === null),
    href: pageOf(question),
  }),
  resolution_superseded: ({ question, outcome, before, peer, peerBefore }) => ({
    title: `Answer changed to ${answer(outcome)}: ${question.title}`,
    body: `Was ${answer(before)}. ${scoreWords(peer, peerBefore, outcome.value === null)}`,
    href: recordOf(question),
  }),
  resolution_flagged: ({ question, reason }) => ({
    title: `The log no longer agrees with the answer: ${question.title}`,
    body: reason,
    href: "/admin",
  }),
  resolution_due: ({ question }) => ({
    title: `May be decided now: ${question.title}`,
    body: "The time for challenges is over.",
    href: "/admin",
  }),
  reopening_requested: withReason("Reopening requested"),
  reopening_granted: withReason("Reopened as you asked"),
  reopening_declined: withReason("The answer stays"),
  suggestion_taken_up: ({ title }) => ({
    title: `Your suggestion was taken up: ${title}`,
    body: "A moderator has made a draft of it. It appears among the questions once it is reviewed and published.",
    href: "/questions/suggest",
  }),
  suggestion_declined: ({ title, reason }) => ({
    title: `Your suggestion was declined: ${title}`,
    body: `Why: ${reason}`,
    href: "/questions/suggest",
  }),
  suggested_answer_proposed: withReason("Your suggested answer is proposed"),
  suggested_answer_declined: withReason("Your suggested answer was declined"),
  event_logged: ({ event, topic }) => ({
    title: event.headline,
    body: `New in the log of “${topic}”.`,
    href: `/events/${event.id}`,
  }),
  signal_matched: ({ event, signals }) => ({
    title: event.headline,
    body: `It fits what you follow: ${signals.join("; ")}.`,
    href: `/events/${event.id}`,
  }),
  event_disputed: (params) => doubted("Disputed", params),
  event_retracted: (params) => doubted("Retracted", params),
  market_settled: ({ question, isVoid, knownAt, reversedTrades }) => ({
    title: `Market settled: ${question.title}`,
    body: isVoid
      ? VOID_RULE
      : `${SETTLEMENT_RULE} Known since ${new Date(knownAt).toISOString()}; ${countText(reversedTrades, "trade was", "trades were")} reversed.`,
    href: "/portfolio",
  }),
  order_filled: ({ question, action, sharesMicros, limitMicros }) => ({
    title: `Your order was filled: ${question.title}`,
    body: `The last ${creditsText(BigInt(sharesMicros))} shares of it were ${action === "buy" ? "bought" : "sold"} at ${creditsText(BigInt(limitMicros))} credits a share or better.`,
    href: pageOf(question),
  }),
  tournament_table_published: ({ tournament, version }) => ({
    title:
      version === 1
        ? `The final table of “${tournament.title}” is published`
        : `The table of “${tournament.title}” is amended`,
    body:
      version === 1
        ? ""
        : "One of its questions was answered again. The table that was published first stays beside it.",
    href: `/tournaments/${tournament.slug}`,
  }),
  unreadable: () => ({ title: "A notice that cannot be shown", body: "The server's log says why.", href: "/notices" }),
  message: (params) => params,
};

const pageOf = ({ slug }: NamedQuestion) => `/questions/${slug}`;
const recordOf = ({ slug }: NamedQuestion) => `/questions/${slug}/resolution`;

function withReason(what: string) {
  return ({ question, reason }: { question: NamedQuestion; reason: string }): NoticeWords => ({
    title: `${what}: ${question.title}`,
    body: reason,
    href: recordOf(question),
  });
}

function answer({ value, label }: NamedOutcome): string {
  return outcomeLabel(value, value !== null && label !== null ? [{ id: value, label }] : []);
}

function untilWords(challengeUntil: number): string {
  return `It may be challenged until ${formatInstant(challengeUntil, "UTC")} UTC.`;
}

/** A score with its sign: +12.3, −4.0. */
function signed(score: number): string {
  const text = Math.abs(score).toFixed(1);
  return `${score < 0 && text !== "0.0" ? "−" : "+"}${text}`;
}

function scoreWords(peer: number | null, before: number | null, isVoid: boolean): string {
  if (isVoid) {
    return before === null ? "Nobody gains or loses by it." : `Your Peer score of ${signed(before)} is taken back.`;
  }
  if (peer === null) return "You had no active forecast before the answer was known.";
  if (before === null) return `Your Peer score: ${signed(peer)}.`;
  return `Your Peer score was ${signed(before)} and is ${signed(peer)} now.`;
}

function doubted(what: string, { event, topic, reason, question }: NoticeParams["event_retracted"]): NoticeWords {
  const why = question
    ? `The answer to “${question.title}” cites this event.`
    : `The event is in the log of “${topic}”.`;
  return { title: `${what}: ${event.headline}`, body: `${why} Why: ${reason}`, href: `/events/${event.id}` };
}
