import { DAY_MS } from "#core/time/time-window.ts";
import type { Db, Tx } from "#db/client.ts";
import { hiddenUntil } from "#services/visibility.ts";
import { type CrowdPoint, crowdAt } from "./crowd-at.ts";

const CHANGE_DAYS = 7;

/** What may be said of the crowd on one question: how it stands, and how it stood a week before. */
export interface CrowdSummary {
  isHidden: boolean;
  now: CrowdPoint | null;
  weekAgo: CrowdPoint | null;
}

interface Asked {
  readonly id: string;
  readonly closesAt: Date;
  readonly revealAt: Date | null;
}

/**
 * The crowd on several questions, with a week's change: up to now, or up to the close of those that have closed. Hidden
 * ones give nothing away.
 */
export async function crowdSummaries(
  db: Db | Tx,
  questions: readonly Asked[],
  now: Date,
): Promise<Map<string, CrowdSummary>> {
  const shown = questions
    .filter((question) => hiddenUntil({ now }, question) === null)
    .map(({ id, closesAt }) => ({ id, at: closesAt < now ? closesAt : now }));
  const points = await crowdAt(
    db,
    shown.flatMap(({ id, at }) => [
      { id, at },
      { id, at: new Date(at.getTime() - CHANGE_DAYS * DAY_MS) },
    ]),
  );
  const summaries = new Map<string, CrowdSummary>(
    questions.map(({ id }) => [id, { isHidden: true, now: null, weekAgo: null }]),
  );
  for (const [i, { id }] of shown.entries()) {
    summaries.set(id, { isHidden: false, now: points[2 * i] ?? null, weekAgo: points[2 * i + 1] ?? null });
  }
  return summaries;
}
