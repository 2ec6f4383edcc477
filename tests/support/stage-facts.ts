import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { requestReopening } from "#services/resolution/challenge-resolution.ts";
import { suggestResolution } from "#services/resolution/suggest-resolution.ts";
import { suggestQuestion } from "#services/suggestion/suggest-question.ts";
import { aQuestion } from "./forecasting.ts";
import { someone } from "./people.ts";
import { visitDraft, visitEvent } from "./questions.ts";
import type { Stage } from "./stage.ts";

/** What is there before somebody acts, for acts of every kind. */

let numbers = 0;
/** A number that no name on any stage has had. */
export const aNumber = () => ++numbers;
/** A visit that decides none of the questions asked here. */
export const elsewhere = (on: Stage) => visitEvent(on.topicId, { country: "CHE", placeName: "Geneva" });
export const asked = async (on: Stage) =>
  (await aQuestion(on.db, on.moderator, { topicId: on.topicId, challengeWindowHours: 0 })).id;
export const answer = (on: Stage, outcome = "yes") => {
  const at = new Date();
  return { outcome, voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [on.eventId], note: "Seen." };
};
export const proposed = async (on: Stage) =>
  (await on.callerOf(on.moderator).resolution.propose({ questionId: await asked(on), ...answer(on) })).id;
export const drafted = async (on: Stage) => (await on.callerOf(on.moderator).question.draft(visitDraft(on.topicId))).id;
export const handedIn = async (on: Stage) => {
  const questionId = await drafted(on);
  await on.callerOf(on.moderator).question.submit({ questionId });
  return questionId;
};
export const published = async (on: Stage) => {
  const questionId = await handedIn(on);
  await on.callerOf(on.admin).question.publish({ questionId });
  return questionId;
};
export const logged = async (on: Stage) => (await on.callerOf(on.moderator).event.log(elsewhere(on))).id;
export async function suggestion(on: Stage) {
  const questionId = await asked(on);
  await submitForecast(on.member, { questionId, probabilities: [0.5] });
  return (await suggestResolution(on.member, { questionId, ...answer(on) })).suggestionId;
}
export async function reopening(on: Stage) {
  const resolutionId = await proposed(on);
  await on.callerOf(on.admin).resolution.approve({ resolutionId, note: "" });
  return (await requestReopening(on.moderator, { resolutionId, reason: "It is gone." })).id;
}
export const wish = {
  title: "Will the harbour open again?",
  topicId: null,
  why: "It matters.",
  roughCriteria: "A decree.",
};
/** Another rule for the question, with the deadline that forecasts were made for. */
async function otherRule(on: Stage, questionId: string) {
  const { rule } = await on.db.criteriaVersion.findFirstOrThrow({ where: { questionId } });
  return { ...(rule as object), rule: { kind: "occurs", match: { types: ["AID"] } } };
}

export async function ruleChange(on: Stage) {
  const questionId = await published(on);
  return { questionId, basedOn: 1, criteria: await otherRule(on, questionId), reason: "Meant so." };
}
/** A file of one row that no file brought before. */
export const importedFile = (on: Stage) => {
  const number = aNumber();
  const row = `${number},A meeting,CONSULT,2026-02-06,CHE,Geneva,IRN;OMN,https://example.org/imported/${number}`;
  const text = `id,headline,type,date,country,place,actors,url\n${row}`;
  return { topicId: on.topicId, format: "csv" as const, fileName: "week.csv", text };
};
export async function waiting(on: Stage) {
  await on.callerOf(on.moderator).inbox.import(importedFile(on));
  const { items } = await on.callerOf(on.moderator).inbox.list({ topicId: on.topicId });
  return items[0]?.id;
}
export const statement = (on: Stage) => {
  const { topicId: _, ...rest } = elsewhere(on);
  return rest;
};
export const draftWords = (on: Stage) => {
  const { topicId: _, type: __, ...rest } = visitDraft(on.topicId);
  return rest;
};
export const merged = async (on: Stage) => {
  const [one, other] = [await logged(on), await logged(on)];
  await on.callerOf(on.moderator).event.merge({ eventId: one, intoId: other, reason: "Duplicates." });
  return one;
};
export const wished = async (on: Stage) => (await suggestQuestion(await someone(on.db), wish)).suggestionId;
export const signal = (on: Stage) => ({ topicId: on.topicId, name: "Visits", match: { types: ["CONSULT"] } });
export const tournament = async (on: Stage) => ({
  title: `A contest ${aNumber()}`,
  summary: "",
  startsAt: new Date(),
  endsAt: new Date(Date.now() + 86_400_000),
  questions: [{ slug: (await on.db.question.findUniqueOrThrow({ where: { id: await asked(on) } })).slug }],
});

/** Somebody who has no account yet. */
export function aNewcomer() {
  const name = `newcomer-${aNumber()}`;
  return { name, email: `${name}@example.org`, password: "correct horse" };
}
