import { expect, test } from "vitest";
import { boardHref, boardParams, compareHref, whichBoard } from "#app/_boards/board-params.ts";
import { medalOf } from "#app/_boards/medal-of.ts";
import { calibrationParams } from "#app/_scores/calibration-params.ts";
import { metricText } from "#app/_scores/metric-value.ts";
import { questionAddresses } from "#app/(site)/tournaments/_components/question-addresses.ts";
import { BOARD_METRICS } from "#core/ranking/board-metrics.ts";

test("a board's address says which board, who is on it and by what, and reads back the same", () => {
  for (const board of ["all", "season:2026-q1", "topic:muscat", "tournament:spring-cup"]) {
    for (const { key: metric } of BOARD_METRICS) {
      const href = boardHref({ board, metric, bots: true });
      const read = boardParams(Object.fromEntries(new URL(href, "http://x").searchParams));
      expect(read).toMatchObject({ board, metric, bots: true });
    }
  }
  expect(whichBoard(boardParams({ board: "tournament:spring-cup" }))).toEqual({
    tournament: "spring-cup",
    bots: false,
  });
  expect(compareHref({ board: "all", bots: false }, { one: "Ada", other: "~crowd" })).toBe(
    "/leaderboard/compare?one=Ada&other=%7Ecrowd",
  );
});

test("an address that names no board, metric, topic or season is the plain one", () => {
  expect(boardParams({ board: "season:never", by: "luck", who: "cats" })).toEqual({
    board: "all",
    bots: false,
    metric: "rating",
  });
  expect(calibrationParams({ of: "season:never", horizon: "9", as: "pie" })).toEqual({
    of: "",
    which: {},
    shape: "auto",
  });
  expect(calibrationParams({ of: "topic:muscat", horizon: "2", as: "curve" })).toEqual({
    of: "topic:muscat",
    which: { topic: "muscat", horizon: 2 },
    shape: "curve",
  });
});

test("sums carry their sign, Brier scores none, and what a row lacks is a dash", () => {
  const row = { rating: 1.234, peer: -56.7, spotPeer: 8, baseline: 0, relativeBrier: -0.126, meanBrier: 0.25 };
  expect(BOARD_METRICS.map(({ key }) => metricText(row, key))).toEqual([
    "+1.23",
    "−57",
    "+8",
    "0",
    "−0.13",
    "0.250",
    "–",
  ]);
});

test("medals are given on a board that is over, by its own ranking, and to nobody provisional", () => {
  const board = { isOver: true, analysis: { entrants: 40 } } as Parameters<typeof medalOf>[0];
  const line = (rank: number, isProvisional = false) =>
    ({ kind: "entrant", row: { rank, isProvisional } }) as Parameters<typeof medalOf>[1];
  expect([1, 2, 3, 4].map((rank) => medalOf(board, line(rank), "rating"))).toEqual(["gold", "silver", "bronze", null]);
  expect(medalOf(board, line(1, true), "rating")).toBeNull();
  expect(medalOf(board, line(1), "peer")).toBeNull();
  expect(medalOf({ ...board, isOver: false }, line(1), "rating")).toBeNull();
});

test("questions of a tournament may be pasted as links or as the last parts of them", () => {
  const pasted = questionAddresses("https://x.org/questions/one?tab=2\n two,  /questions/three/scores\none");
  expect(pasted.map(({ slug }) => slug)).toEqual(["one", "two", "three"]);
  expect(questionAddresses(" \n ")).toEqual([]);
});

test("a number behind a question of a tournament is its weight there", () => {
  expect(questionAddresses("one 0.5\n/questions/two ×2\nthree\n4\none 3")).toEqual([
    { slug: "one", weight: 0.5 },
    { slug: "two", weight: 2 },
    { slug: "three", weight: 4 },
  ]);
});
