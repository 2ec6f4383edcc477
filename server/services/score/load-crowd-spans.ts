import type { Db, Tx } from "#db/client.ts";

/** What the crowd of a question said over a span of time; nothing while it was empty. Epoch milliseconds. */
export interface CrowdSpan {
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly probabilities: readonly number[];
}

/** Steps of a crowd's history as spans, each ended by the next one. */
export function crowdSpans(steps: readonly { at: number; probabilities: readonly number[] }[]): CrowdSpan[] {
  return steps.map(({ at, probabilities }, i) => ({ madeAt: at, endedAt: steps[i + 1]?.at ?? null, probabilities }));
}

/** The history of a question's crowd. As one text: the client would decode every value of every step by itself. */
export async function loadCrowdSpans(db: Db | Tx, questionId: string): Promise<CrowdSpan[]> {
  const [found] = await db.$queryRaw<{ columns: string }[]>`
    SELECT json_build_object('at', json_agg((extract(epoch FROM at) * 1000)::float8 ORDER BY number),
      'probabilities', json_agg(probabilities ORDER BY number))::text AS columns
    FROM crowd_steps WHERE question_id = ${questionId}::uuid`;
  const steps = JSON.parse(found?.columns ?? "{}") as { at?: number[] | null; probabilities?: number[][] | null };
  const at = steps.at ?? [];
  return crowdSpans((steps.probabilities ?? []).map((probabilities, i) => ({ at: at[i] ?? 0, probabilities })));
}
