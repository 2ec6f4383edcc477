import { createHash } from "node:crypto";
import { DomainError } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import { forecastBenchQuestions, type ImportedQuestion } from "./forecastbench-questions.ts";
import { importForecasts } from "./import-forecasts.ts";
import { importResolution } from "./import-resolution.ts";
import { readForecastBench, readResolutionSets } from "./read-forecastbench.ts";

const IMPORTER = "forecastbench-import";
const TOPIC = "forecastbench-2024-07-21";
const SUMMARY =
  "Two hundred questions that forty superforecasters answered in July 2024, with the answers since. Data: ForecastBench, Forecasting Research Institute (Karger et al., ICLR 2025), CC BY-SA 4.0.";

export interface ImportedCounts {
  questions: number;
  forecasts: number;
  forecasters: number;
  resolved: number;
}

export type Progress = (done: number, total: number) => void;

async function person(tx: Tx, name: string, isBot: boolean): Promise<string> {
  const nameKey = name.toLowerCase();
  const { id } = await tx.user.upsert({
    where: { nameKey },
    create: { name, nameKey, isBot },
    update: {},
    select: { id: true },
  });
  return id;
}

/** The batch, its topic and its people. An import that was cut off goes on under the batch it began. */
async function begin(ctx: ServiceContext, sha256: string, counts: ImportedCounts, forecasters: readonly string[]) {
  return transact(ctx, async (tx) => {
    const importerId = await person(tx, IMPORTER, true);
    const importedById = ctx.actor.kind === "user" ? ctx.actor.id : null;
    const begun = await tx.importBatch.findUnique({ where: { sha256 }, select: { id: true } });
    const batch =
      begun ??
      (await tx.importBatch.create({ data: { kind: "forecastbench", sha256, counts: { ...counts }, importedById } }));
    const topic = await tx.topic.upsert({
      where: { slug: TOPIC },
      create: {
        slug: TOPIC,
        title: "ForecastBench, the human survey of July 2024",
        summary: SUMMARY,
        createdById: importerId,
      },
      update: {},
    });
    const ids = new Map<string, string>();
    for (const user of forecasters) ids.set(user, await person(tx, `superforecaster-${user}`, false));
    const act = { action: "import-forecastbench", subjectKind: "import", subjectId: batch.id };
    await writeAudit(tx, ctx, { ...act, details: { ...counts, goesOn: begun !== null } });
    return { batchId: batch.id, importerId, topicId: topic.id, ids };
  });
}

type Begun = Awaited<ReturnType<typeof begin>>;

const externalKey = ({ key }: ImportedQuestion) => `forecastbench:${key}`;

async function knownKeys(ctx: ServiceContext): Promise<Set<string>> {
  const rows = await ctx.db.question.findMany({
    where: { externalKey: { startsWith: "forecastbench:" } },
    select: { externalKey: true },
  });
  return new Set(rows.flatMap((row) => row.externalKey ?? []));
}

async function importQuestion(
  tx: Tx,
  { batchId, importerId, topicId, ids }: Begun,
  item: ImportedQuestion,
): Promise<void> {
  const { slug, title, background, finePrint, opensAt, closesAt, answer } = item;
  const sentence = "Decided where it was asked; imported with its answer from the ForecastBench resolution sets.";
  const { id } = await tx.question.create({
    data: {
      slug,
      title,
      background,
      topicId,
      type: "binary",
      opensAt,
      closesAt,
      deadlineAt: closesAt,
      createdById: importerId,
      importBatchId: batchId,
      externalKey: externalKey(item),
      criteria: {
        create: {
          version: 1,
          hash: createHash("sha256").update(finePrint).digest("hex"),
          sentence,
          finePrint,
          createdById: importerId,
        },
      },
      submission: { create: { submittedById: importerId } },
      publication: { create: { publishedById: importerId } },
    },
    select: { id: true },
  });
  const history = item.forecasts.map((row) => ({
    forecasterId: ids.get(row.user_id) ?? importerId,
    madeAt: opensAt,
    probabilities: [row.forecast],
  }));
  await importForecasts(tx, batchId, id, history);
  if (answer) {
    const note = `ForecastBench resolution set ${answer.set}.`;
    await importResolution(tx, batchId, importerId, {
      questionId: id,
      outcome: answer.outcome,
      knownAt: answer.knownAt,
      note,
    });
  }
}

/**
 * Brings in a ForecastBench human survey: questions, forecasts with the time they were due, and the answers of the newest
 * resolution set. A question a transaction, so that one that is cut off goes on where it stopped; each row
 * keeps the value it had. The same folder twice adds nothing.
 */
export async function importForecastBench(
  ctx: ServiceContext,
  directory: string,
  progress: Progress = () => {},
): Promise<ImportedCounts> {
  authorize(ctx, "run_import");
  const bench = readForecastBench(directory);
  const items = forecastBenchQuestions(bench, readResolutionSets(directory));
  const forecasters = [...new Set(bench.forecasts.map((row) => row.user_id))].sort();
  const counts = {
    questions: items.length,
    forecasts: items.reduce((sum, item) => sum + item.forecasts.length, 0),
    forecasters: forecasters.length,
    resolved: items.filter((item) => item.answer).length,
  };
  const sha256 = createHash("sha256").update(JSON.stringify(items)).digest("hex");
  const known = await knownKeys(ctx);
  const missing = items.filter((item) => !known.has(externalKey(item)));
  if (missing.length === 0) {
    throw new DomainError(
      "import_must_be_new",
      "Everything in this folder has been imported already. Nothing was added.",
    );
  }
  const begun = await begin(ctx, sha256, counts, forecasters);
  for (const [done, item] of missing.entries()) {
    await transact(ctx, (tx) => importQuestion(tx, begun, item));
    progress(done + 1, missing.length);
  }
  return counts;
}
