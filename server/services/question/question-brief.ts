import type { QuestionRange } from "#core/question/question-range.ts";
import { type QuestionStatus, questionStatus } from "#core/question/question-status.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { Db } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import { type CrowdSummary, crowdSummaries } from "./crowd-summary.ts";
import { factsSelect, questionFacts } from "./question-facts.ts";
import { rangeColumns, withRange } from "./stored-range.ts";

const select = {
  ...factsSelect,
  id: true,
  slug: true,
  type: true,
  title: true,
  deadlineAt: true,
  revealAt: true,
  ...rangeColumns,
  topic: { select: { slug: true, title: true, isFictional: true } },
  options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
  final: { select: { finalAt: true, resolution: { select: { outcome: true, voidReason: true } } } },
  _count: { select: { activeForecasts: true } },
} satisfies Prisma.QuestionSelect;

/** A question as lists show it. */
export interface QuestionBrief {
  id: string;
  slug: string;
  type: string;
  title: string;
  status: QuestionStatus;
  topic: { slug: string; title: string; isFictional: boolean } | null;
  options: { id: string; label: string }[];
  range: QuestionRange | null;
  opensAt: Date;
  closesAt: Date;
  deadlineAt: Date;
  /** People whose forecast stands, or stood at the close. */
  forecasters: number;
  crowd: CrowdSummary;
  answer: { label: string; outcome: string | null; finalAt: Date } | null;
}

/** The questions with these ids, in the same order. Whoever asks has made sure that they may be seen. */
export async function questionBriefs(db: Db, ids: readonly string[], now: Date): Promise<QuestionBrief[]> {
  const rows = await db.question.findMany({ where: { id: { in: [...ids] } }, select });
  const crowds = await crowdSummaries(db, rows, now);
  const byId = new Map(
    rows.map(withRange).map(({ submission, publication, resolutions, final, _count, revealAt, ...row }) => {
      const facts = questionFacts({ ...row, submission, publication, resolutions, final });
      const brief: QuestionBrief = {
        ...row,
        status: questionStatus(facts, now.getTime()),
        forecasters: _count.activeForecasts,
        crowd: crowds.get(row.id) ?? { isHidden: true, now: null, weekAgo: null },
        answer: final && {
          label: outcomeLabel(final.resolution.outcome, row.options),
          outcome: final.resolution.outcome,
          finalAt: final.finalAt,
        },
      };
      return [row.id, brief];
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
