import { createHash, randomUUID } from "node:crypto";
import { accountIdOf } from "#core/actor.ts";
import { addedCounts, MAX_SHOWN } from "#core/event/import/added-reports.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { examineRows, shown } from "./examine-rows.ts";
import type { ImportEventsInput } from "./input.ts";
import { isOtherwise, otherwiseNote } from "./otherwise.ts";
import type { ImportReport } from "./output.ts";
import { type SoundRow, statementOf } from "./sound-row.ts";

const ROWS_AT_ONCE = 1_000;
/** In bytes: an index of Postgres takes some 2,700 at most. */
const LONGEST_KEY = 2_600;

type Part = ImportEventsInput;

interface KeyedRow extends SoundRow {
  readonly key: string;
}

/**
 * Brings rows of another system's file into a topic's inbox, where they wait for a moderator. A bad row is reported with its
 * line and the rule it breaks, and the rest goes in; a row that has come in once does not come in again.
 */
export async function importEvents(ctx: ServiceContext, part: ImportEventsInput): Promise<ImportReport> {
  authorize(ctx, "import_events");
  const { sound, report } = examineRows(part);
  if (part.isPreview || sound.length === 0) return report;
  const run = part.run ?? randomUUID();
  return transact(ctx, async (tx) => {
    const { id: topicId } = await loadTopic(tx, part.topicId);
    const rows = sound.map((row) => ({ ...row, key: storedKey(row.event.key) }));
    const came = await rowsThatCame(tx, topicId, rows);
    const fresh = rows.filter(({ key }) => !came.has(key));
    const again = rows.filter(({ key }) => came.get(key)?.run === run).length;
    const seen = withNotes({ ...report, repeated: report.repeated + again }, rows, came);
    if (fresh.length === 0) return { ...seen, known: sound.length - again };
    const batchId = await keepBatch(tx, ctx, part, run, report);
    let added = 0;
    for (let from = 0; from < fresh.length; from += ROWS_AT_ONCE) {
      added += await writeRows(tx, { topicId, batchId }, fresh.slice(from, from + ROWS_AT_ONCE));
    }
    const details = { topicId, file: part.fileName, rows: report.rows, added };
    await writeAudit(tx, ctx, { action: "import-events", subjectKind: "import", subjectId: batchId, details });
    return { ...seen, added, known: sound.length - again - added };
  });
}

/** A row's own name as it is stored: a long one by its hash. */
function storedKey(key: string): string {
  return Buffer.byteLength(key) <= LONGEST_KEY ? key : `sha256:${createHash("sha256").update(key).digest("hex")}`;
}

interface CameBefore {
  readonly key: string;
  readonly run: string | null;
  readonly statement: unknown;
}

/** Which of the rows have come into the topic before, in which run of an import, and what they stated then. */
async function rowsThatCame(tx: Tx, topicId: string, rows: readonly KeyedRow[]): Promise<Map<string, CameBefore>> {
  const found = await tx.$queryRaw<CameBefore[]>`
    SELECT i.key, b.counts->>'run' AS run, i.statement FROM imported_events i JOIN import_batches b ON b.id = i.batch_id
    WHERE i.topic_id = ${topicId}::uuid AND i.key = ANY(${rows.map(({ key }) => key)}::text[])`;
  return new Map(found.map((row) => [row.key, row]));
}

function withNotes(
  report: ImportReport,
  rows: readonly KeyedRow[],
  came: ReadonlyMap<string, CameBefore>,
): ImportReport {
  const notes = rows.flatMap((row) => {
    const before = came.get(row.key);
    return before && isOtherwise(row.event, before.statement) ? [otherwiseNote(row)] : [];
  });
  const byNote = addedCounts([...report.byNote, ...notes.map(({ rule }) => ({ name: rule, count: 1 }))]);
  return { ...report, notes: [...report.notes, ...notes], byNote };
}

/** The record of this part of a file; the same again where the very part is sent twice in one run. */
async function keepBatch(
  tx: Tx,
  ctx: ServiceContext,
  { topicId, format, fileName, fromLine, fromRecord, header, text }: Part,
  run: string,
  { sample: _, faults, notes, ...counts }: ImportReport,
): Promise<string> {
  const identity = JSON.stringify([topicId, format, run, fromLine, fromRecord, header, text]);
  const sha256 = createHash("sha256").update(identity).digest("hex");
  const importedById = accountIdOf(ctx.actor);
  const first = { faults: faults.slice(0, MAX_SHOWN), notes: notes.slice(0, MAX_SHOWN) };
  const data = { kind: `events-${format}`, sha256, counts: { ...counts, ...first, fileName, run }, importedById };
  await tx.importBatch.createMany({ data: [data], skipDuplicates: true });
  return (await tx.importBatch.findUniqueOrThrow({ where: { sha256 }, select: { id: true } })).id;
}

async function writeRows(
  tx: Tx,
  { topicId, batchId }: { topicId: string; batchId: string },
  rows: readonly KeyedRow[],
): Promise<number> {
  const given = rows.map(({ line, key, event }) => {
    const { occurredFrom, ...told } = shown(event);
    const statement = statementOf(event);
    return { id: timeOrderedId(), key, line, ...told, occurred_from: occurredFrom.toISOString(), statement };
  });
  return tx.$executeRaw`
    INSERT INTO imported_events (id, topic_id, batch_id, key, line, headline, type, actors, country, place_name,
      occurred_from, statement)
    SELECT id, ${topicId}::uuid, ${batchId}::uuid, key, line, headline, type, actors, country, "placeName", occurred_from,
      statement
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS row (id uuid, key text, line int, headline text, type text,
      actors text[], country text, "placeName" text, occurred_from timestamptz, statement jsonb)
    ON CONFLICT (topic_id, key) DO NOTHING`;
}
