import type { Criteria } from "#core/criteria/criteria.ts";
import { renamedOptions } from "#core/criteria/renamed-options.ts";
import type { Db } from "#db/client.ts";
import type { BundleText } from "../bundle/bundle-document.ts";

/** The published questions, in order of their opening, with what a bundle tells of each. */
export function exportableQuestions(db: Db, topic: string | undefined) {
  return db.question.findMany({
    where: { publication: { isNot: null }, ...(topic === undefined ? {} : { topic: { slug: topic } }) },
    orderBy: [{ opensAt: "asc" }, { slug: "asc" }],
    select: {
      id: true,
      slug: true,
      type: true,
      title: true,
      background: true,
      opensAt: true,
      closesAt: true,
      deadlineAt: true,
      revealAt: true,
      topic: { select: { slug: true } },
      options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
      criteria: { orderBy: { version: "desc" }, take: 1, select: { rule: true, sentence: true, finePrint: true } },
      final: {
        select: { resolution: { select: { outcome: true, voidReason: true, knownAt: true, effectiveAt: true } } },
      },
    },
  });
}

export type ExportableQuestion = Awaited<ReturnType<typeof exportableQuestions>>[number];

export function exportedQuestion(row: ExportableQuestion): BundleText["questions"][number] {
  const { slug, type, title, opensAt, closesAt, revealAt, topic, options, final } = row;
  return {
    id: slug,
    type: type as "binary" | "multiple_choice",
    title,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...(options.length > 0 ? { options: options.map(({ label }) => label) } : {}),
    ...(revealAt ? { revealAt: revealAt.toISOString() } : {}),
    ...(topic ? { topic: topic.slug } : {}),
    criteria: exportedCriteria(row),
    ...(final ? { resolution: exportedResolution(final.resolution, options) } : {}),
  };
}

type Option = ExportableQuestion["options"][number];

/** A bundle names options by their labels: the ids are this database's own. */
function exportedCriteria({ criteria, background, deadlineAt, options }: ExportableQuestion) {
  const [latest] = criteria;
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  const rule = latest?.rule ? renamedOptions(latest.rule as unknown as Criteria, labels) : null;
  const { sentence = "", finePrint = "" } = latest ?? {};
  return { rule, sentence, finePrint, background, deadlineAt: deadlineAt.toISOString() };
}

function exportedResolution(
  { outcome, voidReason, knownAt, effectiveAt }: NonNullable<ExportableQuestion["final"]>["resolution"],
  options: readonly Option[],
) {
  const label = options.find(({ id }) => id === outcome)?.label;
  const binary = outcome === null ? null : outcome === "yes";
  return {
    outcome: label ?? binary,
    knownAt: knownAt.toISOString(),
    effectiveAt: effectiveAt.toISOString(),
    ...(voidReason === null ? {} : { voidReason }),
  };
}
