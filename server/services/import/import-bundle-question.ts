import { createHash } from "node:crypto";
import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "../bundle/bundle-document.ts";
import { freeSlug } from "../question/free-slug.ts";
import { writeCriteriaVersion } from "../question/write-criteria-version.ts";
import { slug } from "../safe-text.ts";
import { importForecasts } from "./import-forecasts.ts";
import { importResolution } from "./import-resolution.ts";
import { questionKey } from "./question-key.ts";

type Question = BundleDocument["questions"][number];
type Forecast = BundleDocument["forecasts"][number];

export interface BundleImport {
  readonly batchId: string;
  readonly importerId: string;
  readonly topicId: string | null;
  /** Users by the forecaster's id in the bundle. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Writes one question of a bundle whole: its words and rule, its history, and its answer with the scores. */
export async function importBundleQuestion(
  tx: Tx,
  { batchId, importerId, topicId, ids }: BundleImport,
  question: Question,
  { forecasts, comments }: { forecasts: readonly Forecast[]; comments: BundleDocument["comments"] },
): Promise<void> {
  const { id: questionId, options } = await createQuestion(tx, { batchId, importerId, topicId }, question);
  const texts = new Map(comments.map(({ forecasterId, madeAt, text }) => [`${madeAt} ${forecasterId}`, text]));
  const inOrder = forecasts.toSorted(
    (a, b) => a.madeAt - b.madeAt || (a.endedAt ?? Infinity) - (b.endedAt ?? Infinity) || 0,
  );
  const userOf = (forecasterId: string) => ids.get(forecasterId) ?? importerId;
  const withdrawals = withdrawn(inOrder).map(({ forecasterId, endedAt }) => {
    return { questionId, forecasterId: userOf(forecasterId), madeAt: new Date(endedAt), importBatchId: batchId };
  });
  await tx.withdrawal.createMany({ data: withdrawals });
  const history = inOrder.map(({ forecasterId, madeAt, probability, probabilities = [] }) => {
    const rationale = texts.get(`${madeAt} ${forecasterId}`);
    return {
      forecasterId: userOf(forecasterId),
      madeAt: new Date(madeAt),
      probabilities: probability === undefined ? probabilities.filter((value) => value !== null) : [probability],
      ...(rationale === undefined ? {} : { rationale }),
    };
  });
  await importForecasts(tx, batchId, questionId, history);
  if (question.resolution) await importAnswer(tx, { batchId, importerId, questionId }, question.resolution, options);
}

async function createQuestion(tx: Tx, { batchId, importerId, topicId }: Omit<BundleImport, "ids">, question: Question) {
  const { id: key, type, title, opensAt, closesAt, revealAt, options, criteria } = question;
  const wanted = slug().safeParse(key).success ? key : title;
  const row = await tx.question.create({
    data: {
      slug: await freeSlug(tx, wanted, undefined),
      title,
      type,
      topicId,
      background: criteria?.background ?? "",
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
      deadlineAt: new Date(criteria?.deadlineAt ?? closesAt),
      revealAt: revealAt === undefined ? null : new Date(revealAt),
      createdById: importerId,
      importBatchId: batchId,
      externalKey: questionKey(question),
      options: { create: options.map((label, position) => ({ label, position })) },
      submission: { create: { submittedById: importerId } },
    },
    select: { id: true, options: { select: { id: true, label: true }, orderBy: { position: "asc" } } },
  });
  await writeRule(tx, row, criteria, importerId);
  await tx.publication.create({ data: { questionId: row.id, publishedById: importerId } });
  return row;
}

async function writeRule(
  tx: Tx,
  { id: questionId, options }: { id: string; options: { id: string; label: string }[] },
  criteria: Question["criteria"],
  createdById: string,
): Promise<void> {
  const { rule = null, sentence = "", finePrint = "" } = criteria ?? {};
  const version = { questionId, version: 1, finePrint, createdById };
  if (rule) {
    await writeCriteriaVersion(tx, { ...version, criteria: rule, options, reason: null });
    return;
  }
  const hash = createHash("sha256").update(finePrint).digest("hex");
  const told = sentence || "Decided where it was asked; imported with its answer.";
  await tx.criteriaVersion.create({ data: { ...version, hash, sentence: told } });
}

/** The forecasts that ended before anything replaced them. */
function withdrawn(inOrder: readonly Forecast[]): (Forecast & { endedAt: number })[] {
  const nextMadeAt = new Map<string, number>();
  return inOrder.toReversed().flatMap((forecast) => {
    const replacedAt = nextMadeAt.get(forecast.forecasterId) ?? Number.POSITIVE_INFINITY;
    nextMadeAt.set(forecast.forecasterId, forecast.madeAt);
    const { endedAt } = forecast;
    return endedAt !== undefined && endedAt < replacedAt ? { ...forecast, endedAt } : [];
  });
}

async function importAnswer(
  tx: Tx,
  { batchId, importerId, questionId }: { batchId: string; importerId: string; questionId: string },
  { outcome, voidReason, knownAt, effectiveAt }: NonNullable<Question["resolution"]>,
  options: readonly { id: string; label: string }[],
): Promise<void> {
  const option = options.find(({ label }) => label === outcome);
  const binary = outcome === null ? null : outcome === true ? "yes" : "no";
  await importResolution(tx, batchId, importerId, {
    questionId,
    outcome: option?.id ?? binary,
    ...(outcome === null ? { voidReason: voidReason ?? "ambiguous_reality" } : {}),
    knownAt: new Date(knownAt),
    ...(effectiveAt === undefined ? {} : { effectiveAt: new Date(effectiveAt) }),
    note: "Imported with a bundle.",
  });
}
