import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { cursorRows, idPages, inOrderOf, ofTopic } from "./cursor-rows.ts";

type TopicText = NonNullable<BundleText["topics"]>[number];
type CoverageText = NonNullable<BundleText["coverage"]>[number];
type SignalText = NonNullable<TopicText["signals"]>[number];

/** The topics with the patterns that their logs are watched for, as these are now. */
export async function* exportedTopics(tx: Tx, topic: string | undefined): AsyncGenerator<TopicText> {
  const all = Prisma.sql`SELECT t.id FROM topics t WHERE ${ofTopic(Prisma.sql`t.id`, topic)} ORDER BY t.slug COLLATE "C"`;
  for await (const ids of idPages(tx, all)) {
    const rows = await tx.topic.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        slug: true,
        title: true,
        summary: true,
        isFictional: true,
        scenarioQuestion: { select: { slug: true, publication: { select: { questionId: true } } } },
        signals: { select: { versions: { orderBy: { number: "desc" }, take: 1 } } },
      },
    });
    for (const { slug, title, summary, isFictional, scenarioQuestion, ...row } of inOrderOf(ids, rows)) {
      const signals = row.signals.flatMap(({ versions }) => versions).map(exportedSignal);
      yield {
        id: slug,
        title,
        summary,
        isFictional,
        ...(scenarioQuestion?.publication ? { scenarios: scenarioQuestion.slug } : {}),
        ...(signals.length > 0 ? { signals: signals.toSorted(byText) } : {}),
      };
    }
  }
}

function exportedSignal(version: {
  name: string;
  note: string;
  match: Prisma.JsonValue;
  isRetired: boolean;
}): SignalText {
  const { name, note, isRetired } = version;
  const match = version.match as unknown as SignalText["match"];
  return { name, ...(note === "" ? {} : { note }), match, ...(isRetired ? { isRetired } : {}) };
}

const byText = (one: SignalText, other: SignalText) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

/** Every statement of coverage, those that were replaced among them, in the order in which they were signed. */
export function exportedCoverage(tx: Tx, topic: string | undefined): AsyncGenerator<CoverageText> {
  return cursorRows(
    tx,
    Prisma.sql`
      SELECT c.id AS "id", t.slug AS "topic", c.types AS "types", c.actors AS "actors", iso_instant(c.covers_from) AS "coversFrom",
        iso_instant(c.covers_until) AS "coversUntil", c.note AS "note", iso_instant(c.signed_at) AS "signedAt",
        c.supersedes_id AS "supersedes"
      FROM coverage c JOIN topics t ON t.id = c.topic_id WHERE ${ofTopic(Prisma.sql`c.topic_id`, topic)}
      ORDER BY c.signed_at, c.id`,
  );
}
