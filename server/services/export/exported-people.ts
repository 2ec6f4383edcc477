import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { isPublished } from "#services/question-state.ts";
import { cursorRows, ofTopic } from "./cursor-rows.ts";

type ForecasterText = BundleText["forecasters"][number];

/** Everybody who has forecast on an exported question, or traded in its market, in order of their names. */
export function exportedPeople(tx: Tx, topic: string | undefined): AsyncGenerator<ForecasterText> {
  const isExported = Prisma.sql`${isPublished} AND ${ofTopic(Prisma.sql`q.topic_id`, topic)}`;
  const acts = ["forecasts", "trades", "limit_orders"].map((table) => {
    const person = table === "forecasts" ? Prisma.sql`a.forecaster_id` : Prisma.sql`a.user_id`;
    return Prisma.sql`SELECT ${person} AS id FROM ${Prisma.raw(table)} a JOIN questions q ON q.id = a.question_id WHERE ${isExported}`;
  });
  return cursorRows(
    tx,
    Prisma.sql`
      SELECT u.name AS "id", COALESCE(u.imported_name, u.name) AS "name", u.is_bot AS "isBot",
        NULLIF(u.is_simulated, false) AS "isSimulated"
      FROM users u WHERE u.id IN (${Prisma.join(acts, " UNION ")})
      ORDER BY u.name COLLATE "C"`,
  );
}
