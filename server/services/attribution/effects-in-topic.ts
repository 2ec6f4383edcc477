import { type CrowdMove, crowdMove } from "#core/attribution/crowd-move.ts";
import { EARLY_WINDOW_MS } from "#core/attribution/early-move.ts";
import { shownValue } from "#core/attribution/shown-value.ts";
import { DomainError } from "#core/errors.ts";
import { forecastKindOf } from "#core/forecast/forecast-kind.ts";
import { Prisma } from "#db/generated/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { visibleTopics } from "#services/visibility.ts";
import { crowdAtInstants } from "./crowd-at-instants.ts";
import type { EffectsInTopicInput } from "./input.ts";
import { crowdStatements, peopleStatements } from "./load-statements.ts";
import { AFTER_MS, earlyAmong } from "./move-of-question.ts";
import { type TopicQuestion, topicQuestions, wasOpenAt } from "./open-questions.ts";
import type { TopicEffects } from "./output.ts";
import { type ReportedEvent, reportedEvents } from "./reported-events.ts";

const LATEST_EVENTS = 100;
const MAX_EVENTS = 5;
/** Clear moves that early forecasters are looked for in, the largest ones. */
const MAX_MOVES = 12;
const MAX_EARLY = 10;

interface Move extends CrowdMove {
  readonly event: ReportedEvent;
  readonly question: TopicQuestion;
  readonly reportedAt: number;
  readonly until: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The events of a topic that moved the crowd most, and who had moved before they were reported, over all of them. */
export async function effectsInTopic(ctx: ServiceContext, { slug, asOf }: EffectsInTopicInput): Promise<TopicEffects> {
  authorize(ctx, "read_public_pages");
  const topic = await ctx.db.topic.findFirst({ where: { slug, ...visibleTopics(ctx) }, select: { id: true } });
  if (!topic) throw new DomainError("subject_must_exist", { kind: "topic", field: "slug" });
  const moves = await clearMoves(ctx, topic.id, asOf);
  const ofEvent = [...Map.groupBy(moves, ({ event }) => event.id).values()].flatMap(([largest]) => largest ?? []);
  return {
    events: ofEvent.slice(0, MAX_EVENTS).map(({ event, question, option, before, after }) => ({
      id: event.id,
      headline: event.headline,
      reportedAt: event.reportedAt,
      question: {
        slug: question.slug,
        title: question.title,
        type: question.type,
        range: question.range,
        option: question.options[option] ?? null,
      },
      before: shownValue(forecastKindOf(question.type), before, option) ?? 0,
      after: shownValue(forecastKindOf(question.type), after, option) ?? 0,
    })),
    early: await earlyInTopic(ctx, moves),
  };
}

/** Each pair of an event and a question whose crowd then moved clearly, the largest move first. */
async function clearMoves(ctx: ServiceContext, topicId: string, asOf: Date | undefined): Promise<Move[]> {
  const now = Math.min(asOf?.getTime() ?? Number.POSITIVE_INFINITY, ctx.now.getTime());
  const where = Prisma.sql`e.topic_id = ${topicId}::uuid`;
  const events = await reportedEvents(ctx, { where, asOf, limit: LATEST_EVENTS });
  const questions = (await topicQuestions(ctx, topicId)).filter(({ isHidden }) => !isHidden);
  const pairs = events.flatMap((event) => {
    const reportedAt = event.reportedAt.getTime();
    const until = Math.min(reportedAt + AFTER_MS, now);
    const open = reportedAt < now ? questions.filter((question) => wasOpenAt(question, reportedAt)) : [];
    return open.map((question) => ({ event, question, reportedAt, until }));
  });
  const asked = pairs.map(({ question }) => question.id);
  const [before, after] = await Promise.all([
    crowdAtInstants(
      ctx.db,
      asked,
      pairs.map(({ reportedAt }) => reportedAt),
    ),
    crowdAtInstants(
      ctx.db,
      asked,
      pairs.map(({ until }) => until),
    ),
  ]);
  return pairs
    .flatMap((pair, i) => {
      const [then, later] = [before[i], after[i]];
      return then && later
        ? [{ ...pair, ...crowdMove(forecastKindOf(pair.question.type), then, later), before: then, after: later }]
        : [];
    })
    .filter(({ isClear }) => isClear)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

/** Sums over moves that do not overlap: one that two reports share is counted for the one it was larger after. */
async function earlyInTopic({ db }: ServiceContext, moves: readonly Move[]): Promise<TopicEffects["early"]> {
  const counted: Move[] = [];
  for (const move of moves) {
    const overlaps = ({ question, reportedAt }: Move) =>
      question.id === move.question.id && Math.abs(reportedAt - move.reportedAt) < AFTER_MS;
    if (counted.length < MAX_MOVES && !counted.some(overlaps)) counted.push(move);
  }
  const each = await Promise.all(
    counted.map(async ({ question, reportedAt, until, after }) => {
      const span = { questionId: question.id, from: new Date(reportedAt - EARLY_WINDOW_MS), until: new Date(until) };
      const [crowd, people] = await Promise.all([crowdStatements(db, span), peopleStatements(db, span)]);
      const early = earlyAmong(people, { kind: forecastKindOf(question.type), crowd, after, reportedAt });
      return early.map((move) => ({ ...move, leadMs: reportedAt - move.movedAt.getTime() }));
    }),
  );
  const found = each.flat();
  return [...Map.groupBy(found, ({ name }) => name)]
    .map(([name, of]) => ({
      name,
      isBot: of[0]?.isBot ?? false,
      isSimulated: of[0]?.isSimulated ?? false,
      moves: of.length,
      advantage: of.reduce((sum, { advantage }) => sum + advantage, 0),
      meanLeadMs: of.reduce((sum, { leadMs }) => sum + leadMs, 0) / of.length,
    }))
    .sort((a, b) => b.advantage - a.advantage || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_EARLY);
}
