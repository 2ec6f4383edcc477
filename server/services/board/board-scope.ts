import { DomainError } from "#core/errors.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import type { Db } from "#db/client.ts";
import { seasonScope, topicScope } from "../score/contributions.ts";
import type { BoardOfInput } from "./input.ts";

export interface BoardScope {
  /** As boards are stored. */
  readonly scope: string;
  readonly label: string;
}

/** The board that was asked for: a season's, a topic's, or that of all time. */
export async function boardScope(db: Db, { season, topic }: BoardOfInput): Promise<BoardScope> {
  if (season) return { scope: seasonScope(season), label: seasonOfSlug(season)?.label ?? season };
  if (!topic) return { scope: "all", label: "All time" };
  const row = await db.topic.findUnique({ where: { slug: topic }, select: { id: true, title: true } });
  if (!row) throw new DomainError("subject_must_exist", "There is no such topic.", "topic");
  return { scope: topicScope(row.id), label: row.title };
}
