import type { Browser } from "playwright-core";
import { apiClient } from "./api-client.ts";
import { signedInAs } from "./browser.ts";
import { visitCriteria } from "./questions.ts";

type Api = Awaited<ReturnType<typeof apiClient>>;
interface Callers {
  readonly moderator: Api;
  readonly admin: Api;
  readonly forecaster: Api;
}
interface Asked {
  readonly questionId: string;
  readonly slug: string;
}

const DAY_MS = 86_400_000;
const CREDIT = 1_000_000n;
const ACTOR = "WWWGOVMILOPPREB";
const RANGE_UNIT = 60;

/** A word of the widest letter, as long as a field takes, different from others by its end. */
const word = (length: number, end = "") => `${"W".repeat(length - end.length)}${end}`;

/** An event with everything that can be said of one. */
async function longEvent({ moderator }: Callers, topicId: string): Promise<string> {
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
  const source = {
    url: `https://example.org/${word(1900)}`,
    publisher: word(120),
    title: word(300),
    publishedAt: ago(0.5),
    tier: "press" as const,
    quote: word(3000),
  };
  const { id } = await moderator.event.log.mutate({
    topicId,
    headline: word(240),
    description: word(3000),
    type: "CONSULT.visit",
    occurredFrom: ago(1),
    occurredUntil: ago(0.5),
    precision: "instant",
    placeName: word(120),
    tags: ["w".repeat(120)],
    magnitude: { value: -1e15, unit: word(40) },
    actors: [{ code: ACTOR, role: "initiator", name: word(120) }],
    sources: [source],
  });
  return id;
}

function criteriaOf(type: "binary" | "multiple_choice" | "numeric", options: readonly string[]) {
  const { rule: _, ...frame } = visitCriteria();
  const match = { types: ["CONSULT"], tags: ["nothing-like-it"], magnitude: { min: -1e15, unit: word(80) } };
  const occurs = (tag: string) => ({ kind: "occurs" as const, match: { ...match, tags: [tag] } });
  if (type === "binary") return { ...frame, rule: occurs("nothing-like-it") };
  if (type === "numeric") return { ...frame, measure: "sum" as const, match };
  const [otherwise = "", ...ruled] = options;
  return { ...frame, options: ruled.map((optionId, i) => ({ optionId, rule: occurs(`nothing-${i}`) })), otherwise };
}

async function longQuestion(
  { moderator, admin }: Callers,
  topicId: string,
  type: "binary" | "multiple_choice" | "numeric",
  end: string,
): Promise<Asked> {
  const options = type === "multiple_choice" ? [word(120, "a"), word(120, "b"), word(120, "c")] : [];
  const range = { min: -1e15, max: 1e15, zeroPoint: null, openLower: true, openUpper: true, unit: word(RANGE_UNIT) };
  const slug = `longest-${type.replace("_", "-")}`;
  const { id: questionId } = await moderator.question.draft.mutate({
    topicId,
    type,
    slug,
    title: word(200, end),
    background: word(3000),
    finePrint: word(3000),
    opensAt: new Date(Date.now() - 3_600_000),
    closesAt: new Date(Date.now() + 20 * DAY_MS),
    options,
    range: type === "numeric" ? range : null,
    criteria: criteriaOf(type, options),
  });
  await moderator.question.submit.mutate({ questionId });
  await admin.question.publish.mutate({ questionId });
  await moderator.criteria.clarify.mutate({ questionId, text: word(2000) });
  return { questionId, slug };
}

async function forecastsAndTrades({ moderator, forecaster }: Callers, [binary, choice, number]: readonly Asked[]) {
  if (!binary || !choice || !number) throw new Error("Three questions are asked.");
  const cdf = Array.from({ length: 201 }, (_, i) => 0.001 + (0.998 * i) / 200);
  for (const caller of [forecaster, moderator]) {
    const rationale = word(3000);
    await caller.forecast.submit.mutate({ questionId: binary.questionId, probabilities: [0.5], rationale });
    await caller.forecast.submit.mutate({ questionId: choice.questionId, probabilities: [0.4, 0.3, 0.3] });
    await caller.forecast.submit.mutate({ questionId: number.questionId, probabilities: cdf, rationale });
  }
  for (const { questionId } of [choice, number]) {
    const bucketBounds = questionId === number.questionId ? [-9e14, 0, 9e14] : [];
    await moderator.market.open.mutate({ questionId, liquidityMicros: 1000n * CREDIT, bucketBounds });
    const what = { questionId, outcome: 0, side: "yes" as const };
    const budget = { kind: "buy_budget" as const, budgetMicros: 10n * CREDIT, idempotencyKey: `${questionId} 1` };
    await forecaster.market.trade.mutate({ ...what, ...budget });
    const order = { action: "buy" as const, sharesMicros: CREDIT, limitMicros: 100_000n };
    await forecaster.market.placeOrder.mutate({ ...what, ...order, idempotencyKey: `${questionId} 2` });
  }
}

/** An answer that is proposed and challenged, a suggestion, and a statement of coverage. */
async function longRecords({ moderator, forecaster }: Callers, topicId: string, questionId: string, eventId: string) {
  const at = new Date(Date.now() - 60_000);
  const { id: resolutionId } = await moderator.resolution.propose.mutate({
    questionId,
    outcome: "yes",
    voidReason: null,
    effectiveAt: at,
    knownAt: at,
    evidenceIds: [eventId],
    note: word(3000),
    declaredConflict: word(1000),
  });
  await forecaster.resolution.challenge.mutate({ resolutionId, reason: word(3000) });
  const suggested = { title: word(200, "s"), topicId, why: word(3000), roughCriteria: word(3000) };
  await forecaster.suggestion.suggest.mutate(suggested);
  const [coversFrom, coversUntil] = [new Date(Date.now() - 3 * DAY_MS), new Date(Date.now() - 2 * DAY_MS)];
  const scope = { topicId, types: ["CONSULT"], actors: [ACTOR], coversFrom, coversUntil };
  await moderator.coverage.sign.mutate({ ...scope, note: word(2000) });
}

async function longTournament({ admin }: Callers, questions: readonly Asked[]): Promise<string> {
  const { slug } = await admin.tournament.create.mutate({
    slug: "longest-tournament",
    title: word(160),
    summary: word(3000),
    startsAt: new Date(Date.now() - DAY_MS),
    endsAt: new Date(Date.now() + 30 * DAY_MS),
    questions: questions.map((question) => ({ slug: question.slug })),
  });
  return slug;
}

const QUESTION_PAGES = ["", "?tab=forecasts", "?tab=trades", "?tab=versions", "/resolution", "/scores", "/criteria"];
const OTHER_PAGES = [
  ..."/ /questions /questions?status=all /topics /events /tournaments /leaderboard /leaderboard/compare /seals /seals/1".split(
    " ",
  ),
  ..."/calibration /methodology /users/demo-forecaster?tab=forecasts /me /notices /portfolio /portfolio/statement".split(
    " ",
  ),
  ..."/questions/suggest /questions/new /settings /admin /admin/audit /admin/people /admin/questions".split(" "),
  ..."/admin/events /admin/settings".split(" "),
];

/**
 * Fills an instance with words that have no place to break at: titles, names, options, units, quotes, notes, as long as each may
 * be. Gives the addresses of the pages that show them.
 */
export async function fillWithLongestWords(origin: string, browser: Browser): Promise<string[]> {
  const signedIn = async (name: "moderator" | "admin" | "forecaster") => {
    const { context, page } = await signedInAs(browser, origin, name);
    const api = await apiClient(origin, page);
    await context.close();
    return api;
  };
  const [moderator, admin, forecaster] = [
    await signedIn("moderator"),
    await signedIn("admin"),
    await signedIn("forecaster"),
  ];
  const callers = { moderator, admin, forecaster };
  const named = { slug: "longest-words", title: word(160), summary: word(2000) };
  const { id: topicId, slug: topic } = await moderator.topic.create.mutate(named);
  const eventId = await longEvent(callers, topicId);
  const watched = { name: word(80), note: word(1000), match: { types: ["CONSULT"], tags: ["w".repeat(80)] } };
  const { id: signal } = await moderator.signal.create.mutate({ topicId, ...watched });
  const binary = await longQuestion(callers, topicId, "binary", "x");
  const choice = await longQuestion(callers, topicId, "multiple_choice", "y");
  const questions = [binary, choice, await longQuestion(callers, topicId, "numeric", "z")];
  await forecastsAndTrades(callers, questions);
  const tournament = await longTournament(callers, [binary, choice]);
  await longRecords(callers, topicId, binary.questionId, eventId);
  const email = `${"w".repeat(60)}@${"w".repeat(60)}.${"w".repeat(60)}.example.org`;
  await admin.user.create.mutate({ name: word(40), email, password: "demonstration", role: "forecaster" });
  return [
    ...questions.flatMap(({ slug }) => QUESTION_PAGES.map((rest) => `/questions/${slug}${rest}`)),
    ...[
      `/topics/${topic}`,
      `/events/${eventId}`,
      `/signals/${signal}`,
      `/tournaments/${tournament}`,
      `/users/${word(40)}`,
    ],
    ...OTHER_PAGES,
    `/admin/events/${eventId}`,
    `/admin/events/topic/${topic}`,
    `/admin/events/signals?topic=${topic}&signal=${signal}`,
    `/admin/events/coverage?topic=${topic}`,
    `/admin/events/inbox?topic=${topic}`,
  ];
}
