import { z } from "zod";
import { CONFLICT_RULES, type ConflictedAct } from "#core/resolution/conflict-treatments.ts";
import { conflictWords } from "#core/resolution/conflicts.ts";
import type { Db } from "#db/client.ts";

/** What somebody with an interest in a question did that bears on its answer. */
export const declaredConflictOutput = z.object({
  id: z.string(),
  act: z.enum(Object.keys(CONFLICT_RULES) as [ConflictedAct, ...ConflictedAct[]]),
  /** The event's headline, the version of the rule, or the hours; empty for what needs no name. */
  subject: z.string(),
  /** The event, to read it. */
  eventId: z.string().nullable(),
  by: z.string(),
  /** "somebody with a forecast on this question" */
  interest: z.string(),
  /** They had the interest only by the time at which the answer was proposed. */
  cameLater: z.boolean(),
  wasSolo: z.boolean(),
  declaredAt: z.date(),
});
export type DeclaredConflictView = z.infer<typeof declaredConflictOutput>;

/** Every conflict of interest that was declared on a question, oldest first. */
export async function declaredConflicts(db: Db, questionId: string): Promise<DeclaredConflictView[]> {
  const rows = await db.declaredConflict.findMany({
    where: { questionId },
    orderBy: [{ declaredAt: "asc" }, { id: "asc" }],
    include: { person: { select: { name: true } } },
  });
  const eventIds = rows.flatMap(({ subjectKind, subjectId }) => (subjectKind === "event" ? [subjectId] : []));
  const events = await db.event.findMany({
    where: { id: { in: [...new Set(eventIds)] } },
    select: { id: true, revisions: { select: { headline: true }, orderBy: { number: "desc" }, take: 1 } },
  });
  const headlines = new Map(events.map(({ id, revisions }) => [id, revisions[0]?.headline ?? ""]));
  return rows.map(({ id, act, subjectKind, subjectId, person, conflicts, resolutionId, wasSolo, declaredAt }) => ({
    id,
    act: act as ConflictedAct,
    subject: headlines.get(subjectId) ?? (/^\d+(\.\d+)?$/.test(subjectId) ? subjectId : ""),
    eventId: subjectKind === "event" ? subjectId : null,
    by: person.name,
    interest: conflictWords(conflicts),
    cameLater: resolutionId !== null,
    wasSolo,
    declaredAt,
  }));
}
