import { accountIdOf } from "#core/actor.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "#services/authorize.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import type { BundleSource } from "#services/bundle/bundle-source.ts";
import { readBundle } from "#services/bundle/read-bundle.ts";
import { refuseFaults } from "#services/bundle/refuse-faults.ts";
import type { ServiceContext } from "#services/context.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { coverageIds, eventId } from "./bundle-ids.ts";
import { type BundleReport, ReportCounts } from "./bundle-report.ts";
import { importFaults } from "./faults/import-faults.ts";
import { importLog } from "./import-log.ts";
import { importPeople } from "./import-people.ts";
import { importQuestions } from "./import-questions.ts";
import { importTournament } from "./import-tournaments.ts";
import { bundleImporter } from "./importer.ts";
import type { Importing } from "./importing.ts";
import { clashes, type KnownRecords, knownRecords, refuseKnown } from "./known-records.ts";

type Progress = (done: number, total: number) => void;

/**
 * Brings in a bundle: its people, its topics with their logs, its questions with every forecast as it was made, their markets and
 * their answers, scored at once, and its tournaments. Each part is a transaction, so that an import that is cut off goes on where it
 * stopped. What is here already is left as it is, and the same bundle twice adds nothing.
 */
export async function importBundle(
  ctx: ServiceContext,
  source: BundleSource | Buffer,
  progress: Progress = () => {},
): Promise<BundleReport> {
  authorize(ctx, "run_import");
  const read = readBundle(source);
  const { document } = read;
  const now = await databaseNow(ctx.db as Tx);
  refuseFaults(importFaults(read, now.getTime()));
  const known = await knownRecords(ctx.db, document);
  refuseFaults(await clashes(ctx.db, read, known));
  const counts = new ReportCounts(document);
  const importing = await begin(ctx, read.sha256, document, { known, counts });
  const topicIds = await importLog(ctx, importing, document, { known, counts });
  const questionIds = await importQuestions(ctx, importing, document, { known, counts, topicIds, progress });
  await importTournaments(ctx, importing, document, { known, counts, questionIds });
  return counts.report();
}

/** The batch and its people. An import that was cut off goes on under the batch it began. */
function begin(
  ctx: ServiceContext,
  sha256: string,
  document: BundleDocument,
  { known, counts }: { known: KnownRecords; counts: ReportCounts },
): Promise<Importing> {
  return transact(ctx, async (tx) => {
    const importerId = await bundleImporter(tx);
    const { ids: people, ...counted } = await importPeople(tx, document, known.questions);
    refuseKnown(document, known, counted.added);
    for (const what of ["added", "known", "leftOut"] as const) counts.count("forecasters", what, counted[what]);
    const importedById = accountIdOf(ctx.actor);
    const begun = await tx.importBatch.findUnique({ where: { sha256 }, select: { id: true } });
    const came = Object.fromEntries(
      Object.entries(counts.report().lists).flatMap(([list, { came }]) => (came === 0 ? [] : [[list, came]])),
    );
    const batch =
      begun ?? (await tx.importBatch.create({ data: { kind: "bundle", sha256, counts: came, importedById } }));
    const act = { action: "import-bundle", subjectKind: "import", subjectId: batch.id };
    await writeAudit(tx, ctx, { ...act, details: { ...came, goesOn: begun !== null } });
    const keptCoverage = coverageIds(document.coverage);
    return {
      batchId: batch.id,
      importerId,
      people,
      events: new Map(document.events.map((event) => [event.id, eventId(event)])),
      coverage: new Map(document.coverage.map(({ id }, i) => [id ?? "", keptCoverage[i] as string])),
    };
  });
}

async function importTournaments(
  ctx: ServiceContext,
  importing: Importing,
  { tournaments }: BundleDocument,
  {
    known,
    counts,
    questionIds,
  }: { known: KnownRecords; counts: ReportCounts; questionIds: ReadonlyMap<string, string> },
): Promise<void> {
  for (const tournament of tournaments) {
    const here = known.tournaments.get(tournament.id);
    counts.count("tournaments", here ? "known" : "added");
    if (!here) await transact(ctx, (tx) => importTournament(tx, importing, tournament, questionIds));
    else if (here.questions !== tournament.questions.length)
      counts.note(`the tournament ${tournament.id} is here with ${here.questions} questions, and keeps these`);
  }
}
