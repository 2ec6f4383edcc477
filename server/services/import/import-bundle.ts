import { createHash } from "node:crypto";
import { DomainError } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "../authorize.ts";
import type { BundleDocument } from "../bundle/bundle-document.ts";
import { readBundle } from "../bundle/read-bundle.ts";
import { scorableBundle } from "../bundle/scorable-bundle.ts";
import type { ServiceContext } from "../context.ts";
import { transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import { forecasterNames } from "./forecaster-names.ts";
import { importBundleQuestion } from "./import-bundle-question.ts";
import { importBundleTopic } from "./import-bundle-topic.ts";
import { questionKey } from "./question-key.ts";
import { refuseUnkept } from "./refuse-unkept.ts";

const IMPORTER = "bundle-import";

export interface ImportedBundle {
  readonly questions: number;
  readonly resolved: number;
  readonly forecasts: number;
  readonly forecasters: number;
  readonly events: number;
}

type Progress = (done: number, total: number) => void;

async function importerOf(tx: Tx): Promise<string> {
  const { id } = await tx.user.upsert({
    where: { nameKey: IMPORTER },
    create: { name: IMPORTER, nameKey: IMPORTER, isBot: true },
    update: {},
    select: { id: true },
  });
  return id;
}

/** The batch and its people. An import that was cut off goes on under the batch it began. */
function begin(ctx: ServiceContext, sha256: string, document: BundleDocument, counts: ImportedBundle) {
  return transact(ctx, async (tx) => {
    const importerId = await importerOf(tx);
    const importedById = ctx.actor.kind === "user" ? ctx.actor.id : null;
    const begun = await tx.importBatch.findUnique({ where: { sha256 }, select: { id: true } });
    const batch =
      begun ?? (await tx.importBatch.create({ data: { kind: "bundle", sha256, counts: { ...counts }, importedById } }));
    const names = await forecasterNames(tx, document.forecasters);
    const people = document.forecasters.map(({ id, isBot }) => {
      const name = names.get(id) ?? id;
      return { name, nameKey: name.toLowerCase(), isBot };
    });
    await tx.user.createMany({ data: people, skipDuplicates: true });
    const rows = await tx.user.findMany({
      where: { nameKey: { in: people.map(({ nameKey }) => nameKey) } },
      select: { id: true, nameKey: true },
    });
    const idOf = new Map(rows.map(({ id, nameKey }) => [nameKey, id]));
    const ids = new Map(
      document.forecasters.map(({ id }, i) => [id, idOf.get(people[i]?.nameKey ?? "") ?? importerId]),
    );
    const act = { action: "import-bundle", subjectKind: "import", subjectId: batch.id };
    await writeAudit(tx, ctx, { ...act, details: { ...counts, goesOn: begun !== null } });
    return { batchId: batch.id, importerId, ids };
  });
}

function countsOf({ questions, forecasts, forecasters, events }: BundleDocument): ImportedBundle {
  return {
    questions: questions.length,
    resolved: questions.filter(({ resolution }) => resolution).length,
    forecasts: forecasts.length,
    forecasters: forecasters.length,
    events: events.length,
  };
}

/**
 * Brings in a bundle: its topics with their logs, its questions with every forecast as it was made, and its answers, scored at
 * once. A question a transaction, so that one that is cut off goes on where it stopped. The same questions twice add nothing.
 */
export async function importBundle(
  ctx: ServiceContext,
  bytes: Buffer,
  progress: Progress = () => {},
): Promise<ImportedBundle> {
  authorize(ctx, "run_import");
  const read = readBundle(bytes);
  scorableBundle(read, { clip: true });
  refuseUnkept(read);
  const { document } = read;
  const keys = document.questions.map(questionKey);
  const known = new Set(
    (await ctx.db.question.findMany({ where: { externalKey: { in: keys } }, select: { externalKey: true } })).map(
      ({ externalKey }) => externalKey,
    ),
  );
  const missing = document.questions.filter((_, i) => !known.has(keys[i] as string));
  if (missing.length === 0) {
    throw new DomainError("import_must_be_new", "Every question of this bundle is here already. Nothing was added.");
  }
  const counts = countsOf(document);
  const begun = await begin(ctx, createHash("sha256").update(bytes).digest("hex"), document, counts);
  const topicIds = new Map<string, string>();
  for (const slug of topicsOf(document)) {
    topicIds.set(slug, await transact(ctx, (tx) => importBundleTopic(tx, document, slug, begun.importerId)));
  }
  const forecasts = Map.groupBy(document.forecasts, ({ questionId }) => questionId);
  const comments = Map.groupBy(document.comments, ({ questionId }) => questionId);
  for (const [done, question] of missing.entries()) {
    const topicId = topicIds.get(question.topic ?? "") ?? null;
    const own = { forecasts: forecasts.get(question.id) ?? [], comments: comments.get(question.id) ?? [] };
    await transact(ctx, (tx) => importBundleQuestion(tx, { ...begun, topicId }, question, own));
    progress(done + 1, missing.length);
  }
  return counts;
}

function topicsOf({ questions, topics, events, coverage }: BundleDocument): Set<string> {
  const named = [...questions, ...events, ...coverage].flatMap(({ topic }) => topic ?? []);
  return new Set([...topics.map(({ id }) => id), ...named]);
}
