import type { QuestionRange } from "#core/question/question-range.ts";
import type { ServiceContext } from "#services/context.ts";
import { rangeColumns, withRange } from "#services/question/stored-range.ts";
import { published } from "#services/question-state.ts";
import { visibleQuestions } from "#services/visibility.ts";

export interface TopicQuestion {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly type: string;
  readonly range: QuestionRange | null;
  readonly options: readonly string[];
  readonly opensAt: number;
  /** When forecasting ended: at its close, or when its answer was known. Epoch milliseconds. */
  readonly endsAt: number;
  readonly isHidden: boolean;
}

/** The published questions of a topic. */
export async function topicQuestions(
  ctx: Pick<ServiceContext, "db" | "now" | "actor">,
  topicId: string,
): Promise<TopicQuestion[]> {
  const rows = await ctx.db.question.findMany({
    where: { topicId, ...visibleQuestions(ctx), ...published },
    orderBy: { id: "asc" },
    take: 200,
    select: {
      id: true,
      slug: true,
      title: true,
      type: true,
      ...rangeColumns,
      opensAt: true,
      closesAt: true,
      revealAt: true,
      options: { select: { label: true }, orderBy: { position: "asc" } },
      final: { select: { resolution: { select: { knownAt: true } } } },
    },
  });
  return rows.map(({ options, opensAt, closesAt, revealAt, final, ...row }) => ({
    ...withRange(row),
    options: options.map(({ label }) => label),
    opensAt: opensAt.getTime(),
    endsAt: Math.min(closesAt.getTime(), final?.resolution.knownAt.getTime() ?? Number.POSITIVE_INFINITY),
    isHidden: revealAt !== null && revealAt > ctx.now,
  }));
}

/** Whether a question was open when an event was reported. An answer known by the event itself was open until then. */
export function wasOpenAt({ opensAt, endsAt }: TopicQuestion, reportedAt: number): boolean {
  return opensAt < reportedAt && reportedAt <= endsAt;
}
