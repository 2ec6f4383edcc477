import { DomainError } from "#core/errors.ts";
import { authorize } from "../authorize.ts";
import { BUNDLE_FORMAT, BUNDLE_VERSION, type BundleText } from "../bundle/bundle-document.ts";
import type { ServiceContext } from "../context.ts";
import { exportedForecasts } from "./exported-forecasts.ts";
import { exportableQuestions, exportedQuestion } from "./exported-questions.ts";
import { exportedRecord } from "./exported-record.ts";

/**
 * Everything published, or one topic of it, as a bundle: what scores are computed from, and the log that answers rest on.
 * It holds forecasts whose crowd is hidden still, so it is for admins and the command line. Equal contents give equal bundles.
 */
export async function exportBundle(
  ctx: ServiceContext,
  { topic }: { topic?: string | undefined } = {},
  progress: (done: number, total: number) => void = () => {},
): Promise<BundleText> {
  authorize(ctx, "run_export");
  if (topic !== undefined && (await ctx.db.topic.count({ where: { slug: topic } })) === 0) {
    throw new DomainError("subject_must_exist", `There is no topic ${topic}.`, "topic");
  }
  const rows = await exportableQuestions(ctx.db, topic);
  const forecasts: BundleText["forecasts"] = [];
  const comments: NonNullable<BundleText["comments"]> = [];
  const forecasters = new Map<string, BundleText["forecasters"][number]>();
  for (const [done, row] of rows.entries()) {
    const own = await exportedForecasts(ctx.db, row);
    forecasts.push(...own.forecasts);
    comments.push(...own.comments);
    for (const person of own.forecasters) forecasters.set(person.id, person);
    progress(done + 1, rows.length);
  }
  return {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    questions: rows.map(exportedQuestion),
    forecasters: [...forecasters.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
    forecasts,
    ...(await exportedRecord(ctx.db, topic)),
    comments,
  };
}
