import { type AddressQuery, addressParams, isSlug } from "#app/_address/address-params.ts";
import { type BoardMetric, boardMetric } from "#core/ranking/board-metrics.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";

/** Which board: of a season, a topic or a tournament, else that of all time. */
export interface BoardWhich {
  readonly season?: string;
  readonly topic?: string;
  readonly tournament?: string;
}

/** What an address says of a board: `board=season:2026-q1`, `board=topic:muscat`, `board=tournament:spring`, else all time. */
export interface BoardParams extends BoardWhich {
  readonly board: string;
  readonly bots: boolean;
  readonly metric: BoardMetric;
  readonly cursor?: string;
}

export function boardParams(query: AddressQuery, list: "board" | "profit" = "board"): BoardParams {
  const params = addressParams(query);
  const [kind, slug = ""] = params.text("board")?.split(":") ?? [];
  const cursor = params.cursor(list);
  const rest = {
    bots: params.text("who") === "bots",
    metric: boardMetric(params.text("by")).key,
    ...(cursor ? { cursor } : {}),
  };
  if (kind === "season" && seasonOfSlug(slug)) return { board: `season:${slug}`, season: slug, ...rest };
  if (kind === "topic" && isSlug(slug)) return { board: `topic:${slug}`, topic: slug, ...rest };
  if (kind === "tournament" && isSlug(slug)) return { board: `tournament:${slug}`, tournament: slug, ...rest };
  return { board: "all", ...rest };
}

/** The part of the parameters by which a service knows the board. */
export function whichBoard({ season, topic, tournament, bots }: BoardParams): BoardWhich & { bots: boolean } {
  return { ...(season ? { season } : {}), ...(topic ? { topic } : {}), ...(tournament ? { tournament } : {}), bots };
}

type Address = Pick<BoardParams, "board" | "bots"> & { readonly metric?: BoardMetric; readonly cursor?: string };

function queryOf({ board, bots, metric = "rating", cursor }: Address): Record<string, string> {
  return {
    ...(board === "all" ? {} : { board }),
    ...(bots ? { who: "bots" } : {}),
    ...(metric === "rating" ? {} : { by: metric }),
    ...(cursor ? { cursor } : {}),
  };
}

const withQuery = (path: string, query: Record<string, string>) => {
  const search = new URLSearchParams(query);
  return search.size === 0 ? path : `${path}?${search}`;
};

/** The address of a board. */
export const boardHref = (address: Address): string => withQuery("/leaderboard", queryOf(address));

/** The address where two of a board are compared. */
export function compareHref(address: Pick<BoardParams, "board" | "bots">, pair: { one?: string; other?: string } = {}) {
  return withQuery("/leaderboard/compare", { ...queryOf(address), ...pair });
}
