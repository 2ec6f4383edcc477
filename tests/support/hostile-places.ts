import type { Page } from "playwright-core";
import { apiClient } from "./api-client.ts";
import { alone, fillings, joined, markedAlone, note, type Placed, type Stage } from "./hostile-fields.ts";
import { placeEvents, placeReasons, placeTopics, placeWaiting } from "./hostile-log.ts";
import type { HostileText } from "./hostile-payloads.ts";
import { visitCriteria } from "./questions.ts";

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/** Questions: titles, labels, units, backgrounds, small print, clarifications; and an answer with its note and an objection. */
async function placeQuestions(stage: Stage, topicId: string, texts: readonly HostileText[]): Promise<string[]> {
  const [labels, titles] = [fillings(texts, 118), fillings(texts, 200)];
  const [long, notes] = [fillings(texts, 9_800), fillings(texts, 3_900)];
  const units = fillings(texts, 60);
  const ids: string[] = [];
  for (let i = 0; i * 12 < labels.length; i++) {
    const slug = `hostile-question-${i}`;
    const own = labels.slice(i * 12, i * 12 + 12);
    const frame = frameOf(topicId, slug, {
      title: alone(titles[i]),
      background: joined(long[i]),
      finePrint: joined(long[i]),
    });
    const options = own.length > 1 ? own.map(alone) : ["One", "Two"];
    const { window, minimumSourceGroups, settlementLagHours } = visitCriteria();
    const rules = options.slice(1).map((optionId, j) => ({
      optionId,
      rule: { kind: "occurs" as const, match: { types: ["CONSULT"], tags: [`none-${j}`] } },
    }));
    const criteria = { window, minimumSourceGroups, settlementLagHours, options: rules, otherwise: options[0] ?? "" };
    const { id } = await stage.moderator.question.draft.mutate({
      ...frame,
      type: "multiple_choice",
      options,
      criteria,
    });
    await publish(stage, id);
    ids.push(id);
    note(stage, `/questions/${slug}`, "labels of options, a title, a background, small print", [
      ...own.flat(),
      ...(titles[i] ?? []),
      ...(long[i] ?? []),
    ]);
    const said = notes[i];
    if (said) await placeAnswer(stage, { id, slug }, said);
  }
  for (const [i, unit] of units.entries()) {
    const slug = `hostile-number-${i}`;
    const range = { min: 0, max: 20, zeroPoint: null, openLower: true, openUpper: true, unit: alone(unit) };
    const { window, minimumSourceGroups, settlementLagHours } = visitCriteria();
    const criteria = {
      window,
      minimumSourceGroups,
      settlementLagHours,
      measure: "count" as const,
      match: { types: ["CONSULT"] },
    };
    const frame = frameOf(topicId, slug, { title: `How many visits, ${i}?` });
    const { id } = await stage.moderator.question.draft.mutate({ ...frame, type: "numeric", range, criteria });
    await publish(stage, id);
    note(stage, `/questions/${slug}`, "a unit", unit);
    if (i === 5) break;
  }
  return ids;
}

function frameOf(topicId: string, slug: string, words: { title: string; background?: string; finePrint?: string }) {
  const [opensAt, closesAt] = [new Date(Date.now() - HOUR_MS), new Date(Date.now() + 20 * DAY_MS)];
  return { topicId, slug, opensAt, closesAt, ...words };
}

async function publish({ moderator, admin }: Stage, questionId: string): Promise<void> {
  await moderator.question.submit.mutate({ questionId });
  await admin.question.publish.mutate({ questionId });
}

/** A clarification, and a proposed answer that somebody objects to. */
async function placeAnswer(
  stage: Stage,
  { id: questionId, slug }: { id: string; slug: string },
  texts: readonly HostileText[],
) {
  const [clarified = []] = fillings(texts, 1_900);
  await stage.moderator.criteria.clarify.mutate({ questionId, text: joined(clarified) });
  note(stage, `/questions/${slug}`, "a clarification", clarified);
  const at = new Date(Date.now() - 1000);
  const answer = {
    outcome: null,
    voidReason: "flawed_question",
    effectiveAt: at,
    knownAt: at,
    evidenceIds: [],
    note: joined(texts),
  };
  const { id: resolutionId } = await stage.moderator.resolution.propose.mutate({ questionId, ...answer });
  await stage.moderator.resolution.challenge.mutate({ resolutionId, reason: joined(texts) });
  note(stage, `/questions/${slug}/resolution`, "an answer's note, and an objection", texts);
}

/** Reasons for forecasts, one text each, so that no text can change how another is read. */
async function placeRationales(stage: Stage, topicId: string, texts: readonly HostileText[]): Promise<void> {
  const frame = frameOf(topicId, "hostile-rationales", { title: "Will anybody say why?" });
  const { id: questionId } = await stage.moderator.question.draft.mutate({
    ...frame,
    type: "binary",
    criteria: visitCriteria(),
  });
  await publish(stage, questionId);
  for (const text of texts)
    await stage.forecaster.forecast.submit.mutate({ questionId, probabilities: [0.5], rationale: markedAlone(text) });
  note(stage, "/questions/hostile-rationales", "a reason for a forecast", texts);
}

/** Everything else that people write: suggestions, tournaments, signals, statements about the log, grants, waiting events. */
async function placeTheRest(stage: Stage, topicId: string, texts: readonly HostileText[]): Promise<void> {
  const [titles, whys] = [fillings(texts, 200), fillings(texts, 4000)];
  for (const [i, why] of whys.slice(0, 8).entries()) {
    const words = { title: alone(titles[i + 30]), why: joined(why), roughCriteria: joined(why) };
    await stage.forecaster.suggestion.suggest.mutate({ topicId, ...words });
    note(stage, "/admin/questions", "a suggestion", [...why, ...(titles[i + 30] ?? [])]);
    note(stage, "/questions/suggest", "a suggestion's title, on its author's page", titles[i + 30] ?? []);
  }
  for (const [i, summary] of fillings(texts, 20_000).entries()) {
    const slug = `hostile-tournament-${i}`;
    const span = { startsAt: new Date(Date.now() - HOUR_MS), endsAt: new Date(Date.now() + 40 * DAY_MS) };
    const title = fillings(texts, 160)[i + 50];
    const questions = [{ slug: "hostile-rationales" }];
    await stage.admin.tournament.create.mutate({
      slug,
      title: alone(title),
      summary: joined(summary),
      ...span,
      questions,
    });
    note(stage, `/tournaments/${slug}`, "a tournament", [...summary, ...(title ?? [])]);
  }
  const [names, notes] = [fillings(texts, 80), fillings(texts, 1000)];
  for (const [i, words] of notes.entries()) {
    const { id } = await stage.moderator.signal.create.mutate({
      topicId,
      name: alone(names[i]) || `Signal ${i}`,
      note: joined(words),
      match: { types: ["CONSULT"] },
    });
    note(stage, `/signals/${id}`, "a signal", [...words, ...(names[i] ?? [])]);
  }
  for (const [i, words] of fillings(texts, 1900).entries()) {
    const span = {
      coversFrom: new Date(Date.now() - (i + 40) * DAY_MS),
      coversUntil: new Date(Date.now() - (i + 39) * DAY_MS),
    };
    await stage.moderator.coverage.sign.mutate({ topicId, types: [], actors: [], ...span, note: joined(words) });
    note(stage, "/admin/events/coverage?topic=hostile-topic-0", "a statement about the log", words);
  }
  await placeWaiting(stage, topicId, texts);
}

/** Puts all texts into every field that people fill in, through the API as they would. */
export async function placeEverywhere(
  origin: string,
  people: Record<"moderator" | "admin" | "forecaster", Page>,
  texts: readonly HostileText[],
): Promise<Placed> {
  const placed: Placed = { pages: new Map(), fields: new Map() };
  const [moderator, admin, forecaster] = [
    await apiClient(origin, people.moderator),
    await apiClient(origin, people.admin),
    await apiClient(origin, people.forecaster),
  ];
  const stage = { moderator, admin, forecaster, placed };
  const topic = await placeTopics(stage, texts);
  const eventId = await placeEvents(stage, topic.id, texts);
  await placeReasons(stage, eventId, texts);
  await placeQuestions(stage, topic.id, texts);
  await placeRationales(stage, topic.id, texts);
  await placeTheRest(stage, topic.id, texts);
  return placed;
}
