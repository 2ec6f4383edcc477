import type { Criteria } from "#core/criteria/criteria.ts";
import { mayTouch } from "#core/criteria/touched-by.ts";
import type { Db } from "#db/client.ts";
import { loadLog } from "./load-log.ts";

export interface TouchedQuestion {
  id: string;
  slug: string;
  title: string;
}

/** The published questions of a topic that have no answer yet and whose criteria an event may count towards. */
export async function touchedQuestions(db: Db, topicId: string, eventId: string): Promise<TouchedQuestion[]> {
  const [event] = await loadLog(db, { topicId, eventId });
  if (!event) return [];
  const rows = await db.question.findMany({
    where: { topicId, publication: { isNot: null }, final: { is: null } },
    orderBy: { closesAt: "asc" },
    select: {
      id: true,
      slug: true,
      title: true,
      criteria: { select: { rule: true }, orderBy: { version: "desc" }, take: 1 },
    },
  });
  return rows
    .filter(({ criteria: [latest] }) => latest?.rule && mayTouch(latest.rule as unknown as Criteria, event))
    .map(({ criteria: _, ...question }) => question);
}
