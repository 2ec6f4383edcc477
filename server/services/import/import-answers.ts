import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { statedOutcome } from "#services/bundle/scorable-bundle.ts";
import { settleMarket } from "#services/market/settle-market.ts";
import { countScores, writeScores } from "#services/score/score-resolution.ts";
import { loadScoreSubject } from "#services/score/score-subject.ts";
import { databaseNow } from "#services/transact.ts";
import { IMPORTED_WITH_A_BUNDLE } from "./imported-words.ts";
import { found, type Importing } from "./importing.ts";

type Question = BundleDocument["questions"][number];
type Resolution = NonNullable<Question["resolution"]>;
type Answer = Resolution["earlier"][number];

interface Subject {
  readonly questionId: string;
  readonly type: Question["type"];
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Of its criteria, by version from the first. */
  readonly versionIds: readonly string[];
}

/**
 * Writes the answers of a question, the first one first: each is final until the next, is scored, and settles the market, as it did
 * where they come from.
 */
export async function importAnswers(
  tx: Tx,
  importing: Importing,
  subject: Subject,
  { earlier, ...latest }: Resolution,
): Promise<void> {
  let supersedesId: string | null = null;
  for (const [i, answer] of [...earlier, latest].entries()) {
    const resolutionId: string = await writeAnswer(tx, importing, subject, answer, { version: i + 1, supersedesId });
    const ids = { questionId: subject.questionId, resolutionId };
    await makeFinal(tx, importing, ids, answer);
    const scored = await loadScoreSubject(tx, ids);
    const scores = await writeScores(tx, ids, scored);
    await settleMarket(tx, ids, scored);
    await countScores(tx, scores);
    supersedesId = resolutionId;
  }
}

async function writeAnswer(
  tx: Tx,
  importing: Importing,
  subject: Subject,
  answer: Answer,
  place: { version: number; supersedesId: string | null },
): Promise<string> {
  const { outcome, voidReason, knownAt, effectiveAt = knownAt, note, criteriaVersion, coverage = [] } = answer;
  const { batchId, importerId } = importing;
  const known = new Date(knownAt);
  const { id } = await tx.resolution.create({
    data: {
      ...place,
      questionId: subject.questionId,
      outcome: storedOutcome(subject, outcome),
      voidReason: outcome === null ? (voidReason ?? "ambiguous_reality") : null,
      effectiveAt: new Date(effectiveAt),
      knownAt: known,
      note: note ?? IMPORTED_WITH_A_BUNDLE,
      criteriaVersionId: criteriaVersion === undefined ? null : (subject.versionIds[criteriaVersion - 1] ?? null),
      coverageIds: coverage.map((one) => found(importing.coverage, one)),
      proposedById: importerId,
      proposedAt: known,
      challengeUntil: known,
      importBatchId: batchId,
      evidence: { create: await evidenceOf(tx, importing, answer) },
    },
    select: { id: true },
  });
  return id;
}

/** The revisions that an answer rests on. */
async function evidenceOf(tx: Tx, { events }: Importing, { evidence = [] }: Answer) {
  const rows: { eventId: string; revisionId: string }[] = [];
  for (const { event, revision } of evidence) {
    const eventId = found(events, event);
    const row = await tx.eventRevision.findFirst({
      where: { eventId, ...(revision === undefined ? {} : { number: revision }) },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    if (!row) throw new Error(`The revision of the event ${event} was not checked.`);
    rows.push({ eventId, revisionId: row.id });
  }
  return rows;
}

/** An outcome as the database has it. */
function storedOutcome({ type, options }: Subject, told: Answer["outcome"]): string | null {
  const outcome = statedOutcome(type, told);
  if (outcome === null) return null;
  if (type === "binary") return outcome === true ? "yes" : "no";
  if (type === "multiple_choice") {
    const option = options.find(({ label }) => label === outcome);
    if (!option) throw new Error(`The option ${outcome} was not checked.`);
    return option.id;
  }
  if (typeof outcome !== "number") return String(outcome);
  return type === "date" ? new Date(outcome).toISOString() : String(outcome);
}

async function makeFinal(
  tx: Tx,
  { batchId, importerId }: Importing,
  { questionId, resolutionId }: { questionId: string; resolutionId: string },
  { decidedAt }: Answer,
): Promise<void> {
  const at = decidedAt === undefined ? await databaseNow(tx) : new Date(decidedAt);
  await tx.decision.create({
    data: {
      resolutionId,
      kind: "approved",
      decidedById: importerId,
      decidedAt: at,
      note: "Decided where it was imported from.",
      importBatchId: batchId,
    },
  });
  const final = { resolutionId, finalAt: at };
  await tx.finalResolution.upsert({ where: { questionId }, create: { questionId, ...final }, update: final });
}
