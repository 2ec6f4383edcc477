import { createHash } from "node:crypto";
import { accountIdOf } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { isUniqueViolation, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { addToKeptQuestion } from "./add-to-kept-question.ts";
import { forecastBenchQuestions, type ImportedQuestion } from "./forecastbench-questions.ts";
import { type ForecastBenchReport, forecastBenchReport, type ImportedCounts } from "./forecastbench-report.ts";
import { keptQuestions } from "./kept-questions.ts";
import { type PlannedQuestion, planOf } from "./plan-forecastbench.ts";
import { readForecastBench } from "./read-forecastbench.ts";
import { addSurveyPeople, surveyPeople } from "./survey-people.ts";
import { type BegunImport, externalKey, writeBenchQuestion } from "./write-bench-question.ts";

const IMPORTER = "forecastbench-import";
const TOPIC = "forecastbench-2024-07-21";
const SUMMARY =
  "Two hundred questions that forty superforecasters answered in July 2024, with the answers since. Data: ForecastBench, Forecasting Research Institute (Karger et al., ICLR 2025), CC BY-SA 4.0.";

type Progress = (done: number, total: number) => void;

async function importer(tx: Tx): Promise<string> {
  const { id } = await tx.user.upsert({
    where: { nameKey: IMPORTER },
    create: { name: IMPORTER, nameKey: IMPORTER, isBot: true },
    update: {},
    select: { id: true },
  });
  return id;
}

/** The batch, its topic and its people. An import that was cut off goes on under the batch it began. */
async function begin(ctx: ServiceContext, sha256: string, counts: ImportedCounts, people: readonly string[]) {
  return transact(ctx, async (tx): Promise<BegunImport> => {
    const importerId = await importer(tx);
    const importedById = accountIdOf(ctx.actor);
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
    const ids = await addSurveyPeople(tx, people);
    const act = { action: "import-forecastbench", subjectKind: "import", subjectId: batch.id };
    await writeAudit(tx, ctx, { ...act, details: { ...counts, goesOn: begun !== null } });
    return { batchId: batch.id, importerId, topicId: topic.id, ids };
  });
}

async function write(
  ctx: ServiceContext,
  begun: BegunImport,
  planned: PlannedQuestion,
  isLast: boolean,
): Promise<void> {
  try {
    if (planned.isKept) await transact(ctx, (tx) => addToKeptQuestion(tx, begun, planned.item));
    else await writeBenchQuestion(ctx, begun, planned.item, { isKeptNow: isLast });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("import_must_be_new", { reason: "meanwhile" });
  }
}

/** By what the same survey is known again. */
function hashOf(items: readonly ImportedQuestion[]): string {
  const told = items.map(({ forecasts, answer, ...words }) => {
    const stated = forecasts.map(({ userId, probability }) => [userId, probability]);
    return [words, stated, answer && [answer.outcome, answer.knownAt]];
  });
  return createHash("sha256").update(JSON.stringify(told)).digest("hex");
}

/**
 * Brings in a ForecastBench human survey: questions, forecasts with the time they were due, and the answers of the newest
 * resolution set. A question a transaction, so that one that is cut off goes on where it stopped; each row
 * keeps the value it had. The same folder twice adds nothing. Rows that are wrong are left out, each named.
 */
export async function importForecastBench(
  ctx: ServiceContext,
  directory: string,
  progress: Progress = () => {},
): Promise<ForecastBenchReport> {
  authorize(ctx, "run_import");
  const now = ctx.now.getTime();
  const bench = readForecastBench(directory, now);
  const { items, faults } = forecastBenchQuestions(bench, now);
  const people = [...new Set(bench.forecasts.sound.map(({ userId }) => userId))].sort();
  const kept = await keptQuestions(ctx.db, items.map(externalKey));
  const plan = planOf(bench, items, kept, await surveyPeople(ctx.db, people));
  const report = forecastBenchReport(bench, plan, faults);
  if (plan.questions.length === 0 && report.faults.length === 0) {
    throw new DomainError("import_must_be_new", { reason: "survey" });
  }
  if (plan.questions.length === 0) return report;
  const begun = await begin(ctx, hashOf(items), report.counts, people);
  for (const [done, planned] of plan.questions.entries()) {
    await write(ctx, begun, planned, done + 1 === plan.questions.length);
    progress(done + 1, plan.questions.length);
  }
  return report;
}
