import { fromNanos } from "#core/nanos.ts";
import { boardRanks } from "#core/ranking/board-ranks.ts";
import { medalOfRank } from "#core/ranking/medal-of-rank.ts";
import type { Tx } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { tournamentScope } from "#services/score/contributions.ts";
import { lockScoreTables } from "#services/score/lock-score-tables.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";

interface Due {
  id: string;
  runIds: string[];
  /** The number of the table that has been published last; 0 before the first. */
  version: number;
  publishedRunIds: string[];
}

/** A tournament that is over, with every question answered, whose counting runs are not those of its last table. */
async function dueTournaments(db: Pick<Tx, "$queryRaw">, id: string | null = null): Promise<Due[]> {
  const rows = await db.$queryRaw<Due[]>`
    SELECT t.id::text AS id, COALESCE(last.version, 0) AS version,
      COALESCE(last.run_ids, '{}')::text[] AS "publishedRunIds",
      ARRAY(SELECT c.run_id::text FROM tournament_questions m JOIN current_score_runs c ON c.question_id = m.question_id
        WHERE m.tournament_id = t.id ORDER BY 1) AS "runIds"
    FROM tournaments t LEFT JOIN LATERAL (
      SELECT version, run_ids FROM tournament_tables p WHERE p.tournament_id = t.id ORDER BY version DESC LIMIT 1) AS last ON true
    WHERE t.ends_at <= clock_timestamp() AND (${id}::text IS NULL OR t.id::text = ${id})
      AND NOT EXISTS (SELECT FROM tournament_questions m WHERE m.tournament_id = t.id
        AND NOT EXISTS (SELECT FROM final_resolutions f WHERE f.question_id = m.question_id))
    ORDER BY t.id`;
  return rows.filter(({ version, runIds, publishedRunIds }) => version === 0 || `${runIds}` !== `${publishedRunIds}`);
}

/**
 * Freezes the table of each tournament that is over and answered. When one of its questions is answered anew later, the
 * amended table is published beside the frozen one, which stays as it was. A job does this every minute.
 */
export async function publishDueTables(ctx: ServiceContext): Promise<{ tables: number }> {
  const due = await dueTournaments(ctx.db);
  for (const { id } of due) await publish(ctx, id);
  return { tables: due.length };
}

async function publish(ctx: ServiceContext, tournamentId: string): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockRows(tx, "tournament", [tournamentId]);
    await lockScoreTables(tx);
    // Another process may have been here first.
    const [due] = await dueTournaments(tx, tournamentId);
    if (!due) return;
    const version = due.version + 1;
    const { id: tableId } = await tx.tournamentTable.create({
      data: { tournamentId, version, runIds: due.runIds },
      select: { id: true },
    });
    await tx.tournamentTableRow.createMany({ data: await finalRows(tx, tournamentId, tableId) });
    await writeAudit(tx, ctx, {
      action: "publish-tournament-table",
      subjectKind: "tournament",
      subjectId: tournamentId,
      details: { version },
    });
    await recordEvents(tx, [{ kind: "tournament.published", payload: { tournamentId, version } }]);
  });
}

async function finalRows(tx: Tx, tournamentId: string, tableId: string) {
  const activeForecasts = await tx.boardEntry.findMany({
    where: { scope: tournamentScope(tournamentId) },
    select: {
      forecasterId: true,
      questions: true,
      peerNanos: true,
      peerCoverNanos: true,
      forecaster: { select: { isBot: true } },
    },
  });
  return [false, true].flatMap((isBot) => {
    const pool = activeForecasts.filter(({ forecaster }) => forecaster.isBot === isBot);
    // Sums of billionths decide ties, before they become real numbers.
    const ranks = boardRanks(pool.map(({ peerNanos }) => ({ score: Number(peerNanos) })));
    return pool.map(({ forecasterId, questions, peerNanos, peerCoverNanos }, i) => ({
      tableId,
      forecasterId,
      rank: ranks[i] ?? pool.length,
      peer: fromNanos(peerNanos),
      coverage: fromNanos(peerCoverNanos),
      questions,
      medal: medalOfRank(ranks[i] ?? pool.length, pool.length),
    }));
  });
}
