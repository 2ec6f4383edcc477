import { expect, test } from "vitest";
import {
  type QuestionFacts,
  type QuestionStatus,
  questionStatus,
  takesForecasts,
} from "#core/question/question-status.ts";

const draft: QuestionFacts = {
  submittedAt: null,
  publishedAt: null,
  opensAt: 10,
  closesAt: 20,
  pending: null,
  final: null,
};
const published = { submittedAt: 1, publishedAt: 2 };
const proposed = { pending: { isChallenged: false } };
const answer = { isVoid: false, isSuperseded: false };

const cases: [string, Partial<QuestionFacts>, number, QuestionStatus, boolean][] = [
  ["with nothing but itself is a draft", {}, 15, "draft", false],
  ["handed in is in review, whatever the clock says", { submittedAt: 1 }, 15, "review", false],
  ["published before its opening is scheduled", published, 9, "scheduled", false],
  ["opens at the instant of opening", published, 10, "open", true],
  ["is open until the last millisecond", published, 19, "open", true],
  ["is closed at the instant of closing", published, 20, "closed", false],
  [
    "with a proposal is proposed, and takes forecasts until it closes",
    { ...published, ...proposed },
    15,
    "proposed",
    true,
  ],
  ["with a proposal after closing is proposed and takes none", { ...published, ...proposed }, 20, "proposed", false],
  ["with a challenge is challenged", { ...published, pending: { isChallenged: true } }, 15, "challenged", true],
  ["with an answer is resolved, even within its hours", { ...published, final: answer }, 15, "resolved", false],
  ["with a void is void", { ...published, final: { ...answer, isVoid: true } }, 15, "void", false],
  [
    "whose answer is superseded is reopened",
    { ...published, final: { ...answer, isSuperseded: true } },
    30,
    "reopened",
    false,
  ],
  [
    "with an answer and a new proposal is reopened",
    { ...published, ...proposed, final: answer },
    30,
    "reopened",
    false,
  ],
];
test.each(cases)("a question %s", (_title, facts, now, status, takes) => {
  expect(questionStatus({ ...draft, ...facts }, now)).toBe(status);
  expect(takesForecasts({ ...draft, ...facts }, now)).toBe(takes);
});
