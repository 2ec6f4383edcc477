import { cursorOf, placeInList } from "#core/list-cursor.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { Prisma } from "#db/generated/client.ts";
import { containsText } from "#services/contains-text.ts";
import type { ServiceContext } from "#services/context.ts";
import { awaitsAnswer, isAnswered, isOpen } from "#services/question-state.ts";
import { crowdIsVisible, questionIsVisible } from "#services/visibility.ts";
import type { ListQuestionsInput, ListSort, ListStatus } from "./input.ts";
import { type QuestionBrief, questionBriefs } from "./question-brief.ts";

/** The sort that suits a list when none is asked for. */
const USUAL_SORT: Record<ListStatus, ListSort> = {
  open: "closing",
  awaiting: "closing",
  resolved: "resolved",
  all: "newest",
};

/** The crowd's probabilities at an instant. */
function crowdThen(at: Date): Prisma.Sql {
  return Prisma.sql`(SELECT s.probabilities FROM crowd_steps s
    WHERE s.question_id = q.id AND s.at <= ${at} ORDER BY s.number DESC LIMIT 1)`;
}

/** By what a list is ordered: a number that falls from row to row. A hidden crowd must not tell by its place that it moved. */
function sortKey(sort: ListSort, now: Date): Prisma.Sql {
  switch (sort) {
    case "closing":
      return Prisma.sql`-extract(epoch FROM q.closes_at)`;
    case "newest":
      return Prisma.sql`extract(epoch FROM p.published_at)`;
    case "busiest":
      return Prisma.sql`(SELECT count(*) FROM active_forecasts s WHERE s.question_id = q.id)::numeric`;
    case "resolved":
      return Prisma.sql`COALESCE(extract(epoch FROM f.final_at), 0)`;
    case "moving":
      return Prisma.sql`CASE WHEN NOT ${crowdIsVisible({ now })} THEN 0 ELSE COALESCE((
        SELECT max(abs(later.p - before.p)) FROM unnest(${crowdThen(now)}) WITH ORDINALITY AS later(p, place)
        JOIN unnest(${crowdThen(new Date(now.getTime() - 7 * DAY_MS))}) WITH ORDINALITY AS before(p, place)
          USING (place)), 0)::numeric(10, 6) END`;
  }
}

function inStatus(status: ListStatus, now: Date): Prisma.Sql {
  switch (status) {
    case "open":
      return isOpen(now);
    case "awaiting":
      return awaitsAnswer(now);
    case "resolved":
      return isAnswered;
    case "all":
      return Prisma.sql`TRUE`;
  }
}

/** Every word must be in the title, in the topic's title or in an option's label. */
function matches(search: string): Prisma.Sql {
  const words = search.split(/\s+/).filter((word) => word !== "");
  const found = words.slice(0, 8).map((word) => {
    const inOption = containsText([Prisma.sql`o.label`], word);
    return Prisma.sql`(${containsText([Prisma.sql`q.title`, Prisma.sql`t.title`], word)}
      OR EXISTS (SELECT FROM question_options o WHERE o.question_id = q.id AND ${inOption}))`;
  });
  return found.length === 0 ? Prisma.sql`TRUE` : Prisma.join(found, " AND ");
}

/** After the last row of the page before. */
function after(cursor: string | undefined, key: Prisma.Sql): Prisma.Sql {
  const place = placeInList("questions", cursor);
  if (!place) return Prisma.sql`TRUE`;
  const [last, id] = place;
  return Prisma.sql`(${key}, q.id) < (${last}::numeric, ${id}::uuid)`;
}

/** Published questions, by where they stand, topic and words, a page at a time. */
export async function listQuestions(
  ctx: ServiceContext,
  { status = "open", topic, search = "", sort = USUAL_SORT[status], cursor, limit = 25 }: ListQuestionsInput,
): Promise<{ items: QuestionBrief[]; nextCursor: string | null }> {
  const key = sortKey(sort, ctx.now);
  const rows = await ctx.db.$queryRaw<{ id: string; key: string }[]>`
    SELECT q.id, (${key})::text AS key
    FROM questions q
    JOIN publications p ON p.question_id = q.id
    LEFT JOIN topics t ON t.id = q.topic_id
    LEFT JOIN final_resolutions f ON f.question_id = q.id
    WHERE ${inStatus(status, ctx.now)} AND ${questionIsVisible(ctx)} AND ${topic ? Prisma.sql`t.slug = ${topic}` : Prisma.sql`TRUE`}
      AND ${matches(search)} AND ${after(cursor, key)}
    ORDER BY ${key} DESC, q.id DESC
    LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const ids = page.map(({ id }) => id);
  return {
    items: await questionBriefs(ctx.db, ids, ctx.now),
    nextCursor: rows.length > limit && last ? cursorOf("questions", [last.key, last.id]) : null,
  };
}
