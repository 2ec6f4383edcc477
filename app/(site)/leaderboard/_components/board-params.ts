import { seasonOfSlug } from "#core/ranking/season-of.ts";

type Params = Record<string, string | string[] | undefined>;

/** What an address says of a board: `board=season:2026-q1`, `board=topic:muscat`, else all time. */
export interface BoardParams {
  readonly board: string;
  readonly season?: string;
  readonly topic?: string;
  readonly bots: boolean;
  readonly cursor?: string;
}

export function boardParams({ board, who, cursor }: Params): BoardParams {
  const [kind, slug] = typeof board === "string" ? board.split(":") : [];
  const page = typeof cursor === "string" ? { cursor } : {};
  const bots = who === "bots";
  if (kind === "season" && slug && seasonOfSlug(slug)) return { board: `season:${slug}`, season: slug, bots, ...page };
  if (kind === "topic" && slug && /^[a-z0-9-]{1,120}$/.test(slug)) {
    return { board: `topic:${slug}`, topic: slug, bots, ...page };
  }
  return { board: "all", bots, ...page };
}

/** The address of a board. */
export function boardHref({ board, bots, cursor }: Pick<BoardParams, "board" | "bots" | "cursor">): string {
  const query = new URLSearchParams({
    ...(board === "all" ? {} : { board }),
    ...(bots ? { who: "bots" } : {}),
    ...(cursor ? { cursor } : {}),
  });
  return query.size === 0 ? "/leaderboard" : `/leaderboard?${query}`;
}
