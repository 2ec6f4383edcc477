import type { Browser } from "playwright-core";
import { apiClient } from "./api-client.ts";
import { signedInAs } from "./browser.ts";
import { visitCriteria } from "./questions.ts";

const DAY_MS = 86_400_000;
const CREDIT = 1_000_000n;

/** A word of the widest letter, as long as a field takes, different from others by its end. */
const word = (length: number, end = "") => `${"W".repeat(length - end.length)}${end}`;
const range = { min: -1e15, max: 1e15, zeroPoint: null, openLower: true, openUpper: true, unit: word(60) };

/**
 * Fills an instance with words that have no place to break at: titles, names, options, units, quotes, notes, as long as each may
 * be. Gives the addresses of the pages that show them.
 */
export async function fillWithLongestWords(origin: string, browser: Browser): Promise<string[]> {
  const [moderator, admin, person] = await Promise.all(
    (["moderator", "admin", "forecaster"] as const).map((name) => signedInAs(browser, origin, name)),
  );
  if (!moderator || !admin || !person) throw new Error("Three sign in.");
  const [asked, decides, forecasts] = await Promise.all(
    [moderator, admin, person].map(({ page }) => apiClient(origin, page)),
  );
  if (!asked || !decides || !forecasts) throw new Error("Three call.");
  const { id: topicId, slug: topic } = await asked.topic.create.mutate({
    slug: "longest-words",
    title: word(160),
    summary: word(2000),
  });
  const now = Date.now();
  const event = {
    topicId,
    headline: word(240),
    description: word(3000),
    type: "CONSULT.visit",
    occurredFrom: new Date(now - DAY_MS),
    occurredUntil: new Date(now - DAY_MS / 2),
    precision: "instant" as const,
    placeName: word(120),
    tags: ["w".repeat(120)],
    magnitude: { value: -1e15, unit: word(40) },
    actors: [{ code: "WWWGOVMILOPPREB", role: "initiator" as const, name: word(120) }],
    sources: [
      {
        url: `https://example.org/${word(1900)}`,
        publisher: word(120),
        title: word(300),
        publishedAt: new Date(now - DAY_MS / 2),
        tier: "press" as const,
        quote: word(3000),
        language: "en",
      },
    ],
  };
  const { id: eventId } = await asked.event.log.mutate(event);
  const signal = await asked.signal.create.mutate({
    topicId,
    name: word(80),
    note: word(1000),
    match: { types: ["CONSULT"], tags: ["w".repeat(80)] },
  });
  const ask = async (type: "binary" | "multiple_choice" | "numeric", end: string) => {
    const { rule: _, ...frame } = visitCriteria();
    const match = { types: ["CONSULT"], tags: ["nothing-like-it"], magnitude: { min: -1e15, unit: word(80) } };
    const options = [word(120, "a"), word(120, "b"), word(120, "c")];
    const criteria =
      type === "binary"
        ? { ...frame, rule: { kind: "occurs" as const, match } }
        : type === "numeric"
          ? { ...frame, measure: "sum" as const, match }
          : {
              ...frame,
              options: options.slice(1).map((optionId, i) => ({
                optionId,
                rule: { kind: "occurs" as const, match: { ...match, tags: [`nothing-${i}`] } },
              })),
              otherwise: options[0] as string,
            };
    const drafted = {
      topicId,
      type,
      slug: `longest-${type.replace("_", "-")}`,
      title: word(200, end),
      background: word(3000),
      finePrint: word(3000),
      opensAt: new Date(now - 3_600_000),
      closesAt: new Date(now + 20 * DAY_MS),
      options: type === "multiple_choice" ? options : [],
      range: type === "numeric" ? range : null,
      criteria,
    };
    const { id: questionId } = await asked.question.draft.mutate(drafted);
    await asked.question.submit.mutate({ questionId });
    await decides.question.publish.mutate({ questionId });
    await asked.criteria.clarify.mutate({ questionId, text: word(2000) });
    return { questionId, slug: drafted.slug };
  };
  const [binary, choice, number] = [
    await ask("binary", "x"),
    await ask("multiple_choice", "y"),
    await ask("numeric", "z"),
  ];
  const cdf = Array.from({ length: 201 }, (_, i) => 0.001 + (0.998 * i) / 200);
  for (const caller of [forecasts, asked]) {
    await caller.forecast.submit.mutate({ questionId: binary.questionId, probabilities: [0.5], rationale: word(3000) });
    await caller.forecast.submit.mutate({ questionId: choice.questionId, probabilities: [0.4, 0.3, 0.3] });
    await caller.forecast.submit.mutate({ questionId: number.questionId, probabilities: cdf, rationale: word(3000) });
  }
  const market = { liquidityMicros: 1000n * CREDIT };
  await asked.market.open.mutate({ questionId: choice.questionId, ...market });
  await asked.market.open.mutate({ questionId: number.questionId, ...market, bucketBounds: [-9e14, 0, 9e14] });
  for (const { questionId } of [choice, number]) {
    const trade = { questionId, outcome: 0, side: "yes" as const };
    await forecasts.market.trade.mutate({
      kind: "buy_budget",
      ...trade,
      budgetMicros: 10n * CREDIT,
      idempotencyKey: `${questionId} 1`,
    });
    await forecasts.market.placeOrder.mutate({
      ...trade,
      action: "buy",
      sharesMicros: CREDIT,
      limitMicros: 100_000n,
      idempotencyKey: `${questionId} 2`,
    });
  }
  const tournament = await decides.tournament.create.mutate({
    slug: "longest-tournament",
    title: word(160),
    summary: word(3000),
    startsAt: new Date(now - DAY_MS),
    endsAt: new Date(now + 30 * DAY_MS),
    questions: [{ slug: binary.slug }, { slug: choice.slug }],
  });
  const at = new Date(now - 60_000);
  const answer = { effectiveAt: at, knownAt: at, evidenceIds: [eventId], note: word(3000), voidReason: null };
  const { id: resolutionId } = await asked.resolution.propose.mutate({
    questionId: binary.questionId,
    outcome: "yes",
    ...answer,
    declaredConflict: word(1000),
  });
  await forecasts.resolution.challenge.mutate({ resolutionId, reason: word(3000) });
  await forecasts.suggestion.suggest.mutate({
    title: word(200, "s"),
    topicId,
    why: word(3000),
    roughCriteria: word(3000),
  });
  await asked.coverage.sign.mutate({
    topicId,
    types: ["CONSULT"],
    actors: ["WWWGOVMILOPPREB"],
    coversFrom: new Date(now - 3 * DAY_MS),
    coversUntil: new Date(now - 2 * DAY_MS),
    note: word(2000),
  });
  const name = word(40);
  await decides.user.create.mutate({
    name,
    email: `${"w".repeat(60)}@${"w".repeat(60)}.${"w".repeat(60)}.example.org`,
    password: "demonstration",
    role: "forecaster",
  });
  await Promise.all([moderator, admin, person].map(({ context }) => context.close()));
  return [
    "/",
    "/questions",
    "/questions?status=all",
    `/topics/${topic}`,
    "/topics",
    "/events",
    `/events/${eventId}`,
    `/signals/${signal.id}`,
    ...[binary, choice, number].flatMap(({ slug }) => [
      `/questions/${slug}`,
      `/questions/${slug}?tab=forecasts`,
      `/questions/${slug}?tab=trades`,
      `/questions/${slug}?tab=versions`,
      `/questions/${slug}/resolution`,
      `/questions/${slug}/scores`,
      `/questions/${slug}/criteria`,
    ]),
    "/tournaments",
    `/tournaments/${tournament.slug}`,
    `/users/${name}`,
    "/users/demo-forecaster?tab=forecasts",
    "/me",
    "/notices",
    "/portfolio",
    "/portfolio/statement",
    "/questions/suggest",
    "/questions/new",
    "/leaderboard",
    "/leaderboard/compare",
    "/seals",
    "/seals/1",
    "/calibration",
    "/methodology",
    "/admin",
    "/admin/audit",
    "/admin/people",
    "/admin/questions",
    "/admin/events",
    `/admin/events/${eventId}`,
    `/admin/events/topic/${topic}`,
    `/admin/events/signals?topic=${topic}&signal=${signal.id}`,
    `/admin/events/coverage?topic=${topic}`,
    `/admin/events/inbox?topic=${topic}`,
    "/admin/settings",
    "/settings",
  ];
}
