import { createHash } from "node:crypto";
import type { ImportedEvent } from "#core/event/import/imported-event.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { eventStatement } from "../event/input.ts";
import { timeOrderedId } from "../time-ordered-id.ts";
import { loadTopic } from "../topic/load-topic.ts";
import { transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import { type ImportEventsInput, importEventsInput } from "./input.ts";
import type { ImportReport } from "./output.ts";
import { readEventRows } from "./read-event-rows.ts";

const MOST_FAULTS = 50;
const SAMPLED = 8;
const ROWS_AT_ONCE = 1_000;

interface SoundRow {
  readonly line: number;
  readonly event: ImportedEvent;
}

/**
 * Brings rows of another system's file into a topic's inbox, where they wait for a moderator. A bad row is reported with its
 * line and reason, and the rest goes in; a row that has come in once does not come in again.
 */
export async function importEvents(ctx: ServiceContext, input: ImportEventsInput): Promise<ImportReport> {
  authorize(ctx, "import_events");
  const part = importEventsInput.parse(input);
  const { sound, report } = examined(part);
  if (part.isPreview || sound.length === 0) return report;
  return transact(ctx, async (tx) => {
    const { id: topicId } = await loadTopic(tx, part.topicId);
    const batchId = await keepBatch(tx, ctx, topicId, part, report);
    if (batchId === null) return { ...report, added: 0, repeated: report.repeated + sound.length };
    let added = 0;
    for (let from = 0; from < sound.length; from += ROWS_AT_ONCE) {
      added += await writeRows(tx, { topicId, batchId }, sound.slice(from, from + ROWS_AT_ONCE));
    }
    const details = { topicId, file: part.fileName, rows: report.rows, added };
    await writeAudit(tx, ctx, { action: "import-events", subjectKind: "import", subjectId: batchId, details });
    return { ...report, added, repeated: report.repeated + sound.length - added };
  });
}

/** Reads every row, and tells what each is or why it is none. */
function examined(part: ReturnType<typeof importEventsInput.parse>): { sound: SoundRow[]; report: ImportReport } {
  const sound: SoundRow[] = [];
  const seen = new Set<string>();
  const report: ImportReport = {
    rows: 0,
    added: 0,
    repeated: 0,
    faulty: 0,
    byType: {},
    byReason: {},
    unmapped: {},
    faults: [],
    sample: [],
  };
  const count = (counts: Record<string, number>, name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const { line, reading } of readEventRows(part)) {
    report.rows++;
    const fault = "fault" in reading ? reading.fault : unsoundness(reading.event);
    if (fault) {
      report.faulty++;
      count(report.byReason, fault.reason);
      if ("value" in fault && fault.value) count(report.unmapped, fault.value);
      if (report.faults.length < MOST_FAULTS)
        report.faults.push({ line, reason: fault.reason, message: fault.message });
    } else if ("event" in reading) {
      const { event } = reading;
      count(report.byType, event.type);
      if (seen.has(event.key)) report.repeated++;
      else sound.push({ line, event });
      seen.add(event.key);
      if (report.sample.length < SAMPLED) report.sample.push({ line, ...shown(event) });
    }
  }
  return { sound, report };
}

/** What the log itself would refuse in an event; null when it would take it. */
function unsoundness(event: ImportedEvent): { reason: string; message: string } | null {
  const { error } = eventStatement.safeParse(statementOf(event));
  const [issue] = error?.issues ?? [];
  return issue ? { reason: "event_must_be_sound", message: `${issue.path.join(".")}: ${issue.message}` } : null;
}

function statementOf({ key: _, ...event }: ImportedEvent) {
  return {
    ...event,
    occurredFrom: new Date(event.occurredFrom),
    occurredUntil: new Date(event.occurredUntil),
    actors: event.actors.map((actor) => ({ ...actor })),
    sources: event.sources.map((source) => ({ ...source, publishedAt: new Date(source.publishedAt) })),
  };
}

function shown(event: ImportedEvent) {
  const { headline, type, actors, country, placeName, occurredFrom } = event;
  return {
    headline,
    type,
    actors: actors.map(({ code }) => code),
    country,
    placeName,
    occurredFrom: new Date(occurredFrom),
  };
}

/** The record of this part of a file; null when the very same part has come into the topic before. */
async function keepBatch(
  tx: Tx,
  ctx: ServiceContext,
  topicId: string,
  { format, fileName, text }: { format: string; fileName: string; text: string },
  { sample: _, ...counts }: ImportReport,
): Promise<string | null> {
  const sha256 = createHash("sha256").update(`${topicId} ${format}\n${text}`).digest("hex");
  const importedById = ctx.actor.kind === "user" ? ctx.actor.id : null;
  const kept = await tx.importBatch.createManyAndReturn({
    data: [{ kind: `events-${format}`, sha256, counts: { ...counts, fileName }, importedById }],
    skipDuplicates: true,
    select: { id: true },
  });
  return kept[0]?.id ?? null;
}

async function writeRows(
  tx: Tx,
  { topicId, batchId }: { topicId: string; batchId: string },
  rows: readonly SoundRow[],
): Promise<number> {
  const given = rows.map(({ line, event }) => {
    const { occurredFrom, ...told } = shown(event);
    const statement = statementOf(event);
    return { id: timeOrderedId(), key: event.key, line, ...told, occurred_from: occurredFrom.toISOString(), statement };
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
