import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";

/** Notifies whoever is in a tournament's table of it, and of each amended one. */
export async function notifyOfTables(tx: Tx, { payload }: DomainEvent<"tournament.published">): Promise<void> {
  const { tournamentId, version } = payload;
  const { tournament, rows } = await tx.tournamentTable.findUniqueOrThrow({
    where: { tournamentId_version: { tournamentId, version } },
    select: { tournament: { select: { slug: true, title: true } }, rows: { select: { forecasterId: true } } },
  });
  const people = rows.map(({ forecasterId }) => forecasterId);
  await writeNotices(tx, { kind: "tournament_table_published", params: { tournament, version } }, people);
}
