import type { Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import type { Importing } from "./importing.ts";

type Topic = BundleDocument["topics"][number];

/** Every topic that a bundle describes, or only names. */
export function topicsOf({ questions, topics, events, coverage }: BundleDocument): string[] {
  const named = [...questions, ...events, ...coverage].flatMap(({ topic }) => topic ?? []);
  return [...new Set([...topics.map(({ id }) => id), ...named])];
}

/** The topics that are here already, by their addresses. */
export async function topicsHere(db: Pick<Tx, "topic">, slugs: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.topic.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } });
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** Puts a topic here with the patterns that its log is watched for. One that is only named has its address as its title. */
export async function importTopic(
  tx: Tx,
  { importerId }: Pick<Importing, "importerId">,
  slug: string,
  topic: Topic | undefined,
): Promise<string> {
  const { title = slug, summary = "", isFictional = false, signals = [] } = topic ?? {};
  const { id: topicId } = await tx.topic.create({
    data: { slug, title, summary, isFictional, createdById: importerId },
    select: { id: true },
  });
  for (const { match, ...signal } of signals) {
    const stated = { ...signal, match: match as unknown as Prisma.InputJsonObject };
    const version = { number: 1, madeById: importerId, ...stated };
    await tx.signal.create({ data: { topicId, createdById: importerId, versions: { create: version } } });
  }
  return topicId;
}

/** Binds the scenarios of topics that came with the bundle to the questions that did, once these are here. */
export async function bindImportedScenarios(
  tx: Tx,
  topics: readonly Topic[],
  { topicIds, questionIds }: { topicIds: ReadonlyMap<string, string>; questionIds: ReadonlyMap<string, string> },
): Promise<void> {
  for (const { id, scenarios } of topics) {
    const [topicId, scenarioQuestionId] = [topicIds.get(id), questionIds.get(scenarios ?? "")];
    if (!topicId || !scenarioQuestionId) continue;
    // What was bound here before stays bound.
    await tx.topic.updateMany({ where: { id: topicId, scenarioQuestionId: null }, data: { scenarioQuestionId } });
  }
}
