import { type ConflictKind, conflictsOf } from "#core/resolution/conflicts.ts";
import type { Tx } from "#db/client.ts";
import { holdsPosition } from "../market/holds-position.ts";

/** What ties somebody to the answer of a question, as the rows say it now. */
export async function tiesOf(tx: Tx, ids: { questionId: string; userId: string }): Promise<ConflictKind[]> {
  const { questionId, userId } = ids;
  const forecasts = await tx.forecast.count({ where: { questionId, forecasterId: userId }, take: 1 });
  return conflictsOf({ hasForecast: forecasts > 0, holdsPosition: await holdsPosition(tx, ids) });
}
