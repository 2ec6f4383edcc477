import type { Criteria } from "#core/criteria/criteria.ts";
import { renamedOptions } from "#core/criteria/renamed-options.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { DECIDED_ELSEWHERE } from "#services/import/imported-words.ts";
import { rangeColumns, rangeOf } from "#services/question/stored-range.ts";
import { idPages, inOrderOf, ofTopic } from "./cursor-rows.ts";
import { answersOf, answersSelect } from "./exported-answers.ts";

type QuestionText = BundleText["questions"][number];
type CriteriaText = NonNullable<QuestionText["criteria"]>;

const select = {
  id: true,
  slug: true,
  type: true,
  title: true,
  background: true,
  opensAt: true,
  closesAt: true,
  deadlineAt: true,
  revealAt: true,
  challengeWindowHours: true,
  ...rangeColumns,
  topic: { select: { slug: true } },
  options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
  criteria: {
    select: { rule: true, sentence: true, finePrint: true, reason: true, createdAt: true },
    orderBy: { version: "asc" },
  },
  clarifications: { select: { text: true, writtenAt: true }, orderBy: [{ writtenAt: "asc" }, { text: "asc" }] },
  ...answersSelect,
} satisfies Prisma.QuestionSelect;

export type ExportableQuestion = Prisma.QuestionGetPayload<{ select: typeof select }>;

/** The ids of the published questions, in order of their opening. */
export function questionIdPages(tx: Tx, topic: string | undefined): AsyncGenerator<string[]> {
  return idPages(
    tx,
    Prisma.sql`SELECT q.id FROM questions q JOIN publications p ON p.question_id = q.id
      WHERE ${ofTopic(Prisma.sql`q.topic_id`, topic)} ORDER BY q.opens_at, q.slug COLLATE "C"`,
  );
}

/** The published questions, with what a bundle tells of each. */
export async function* exportedQuestions(tx: Tx, topic: string | undefined): AsyncGenerator<QuestionText> {
  for await (const ids of questionIdPages(tx, topic)) {
    const rows = await tx.question.findMany({ where: { id: { in: ids } }, select });
    for (const row of inOrderOf(ids, rows)) yield exportedQuestion(row);
  }
}

function exportedQuestion(row: ExportableQuestion): QuestionText {
  const { slug, title, opensAt, closesAt, revealAt, topic, options, challengeWindowHours } = row;
  const type = row.type as QuestionText["type"];
  const range = exportedRange(row, type);
  const resolution = answersOf(row);
  return {
    id: slug,
    type,
    title,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...(options.length > 0 ? { options: options.map(({ label }) => label) } : {}),
    ...(range ? { range } : {}),
    ...(revealAt ? { revealAt: revealAt.toISOString() } : {}),
    ...(topic ? { topic: topic.slug } : {}),
    ...(challengeWindowHours === null ? {} : { challengeWindowHours }),
    criteria: exportedCriteria(row),
    ...(resolution ? { resolution } : {}),
  };
}

function exportedRange(row: ExportableQuestion, type: QuestionText["type"]): QuestionText["range"] {
  const range = rangeOf(row);
  if (!range) return undefined;
  const { min, max, zeroPoint, openLower, openUpper, unit } = range;
  const told = (value: number) => (type === "date" ? new Date(value).toISOString() : value);
  return {
    min: told(min),
    max: told(max),
    ...(zeroPoint === null ? {} : { zeroPoint: told(zeroPoint) }),
    openLower,
    openUpper,
    ...(unit === "" ? {} : { unit }),
  };
}

/** A bundle names options by their labels: the ids are this database's own. */
function exportedCriteria({ criteria, background, deadlineAt, options, clarifications }: ExportableQuestion) {
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  const versions = criteria.map((version): CriteriaText => exportedVersion(version, labels));
  const latest = versions.pop() ?? { rule: null, sentence: "", finePrint: "" };
  return {
    ...latest,
    background,
    deadlineAt: deadlineAt.toISOString(),
    ...(versions.length > 0 ? { earlier: versions } : {}),
    ...(clarifications.length > 0
      ? { clarifications: clarifications.map(({ text, writtenAt }) => ({ text, writtenAt: writtenAt.toISOString() })) }
      : {}),
  };
}

function exportedVersion(
  { rule, sentence, finePrint, reason, createdAt }: ExportableQuestion["criteria"][number],
  labels: ReadonlyMap<string, string>,
): CriteriaText {
  // Where an import had nothing to bring, nothing is what it brought.
  if (!rule && sentence === DECIDED_ELSEWHERE && finePrint === "") return { rule: null, sentence: "", finePrint: "" };
  return {
    rule: rule ? renamedOptions(rule as unknown as Criteria, labels) : null,
    sentence,
    finePrint,
    ...(reason === null ? {} : { reason }),
    createdAt: createdAt.toISOString(),
  };
}
