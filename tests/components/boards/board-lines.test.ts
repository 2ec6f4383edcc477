import { expect, test } from "vitest";
import { boardLines } from "#app/_boards/board-lines.ts";
import type { BoardRowView, BoardView, ReferenceView } from "#app/_scores/score-view.ts";

const figures = {
  questions: 12,
  coverage: 10,
  meanBrier: 0.2,
  baseline: 0,
  relativeBrier: 0,
  spotPeer: 0,
  spotQuestions: 12,
  ratingInterval: null,
  peerInterval: null,
};
const person = { isBot: false, isSimulated: false, isImported: false, isProvisional: false, adjustedBrier: null };

const entrant = (rank: number, name: string, rating: number): BoardRowView => ({
  rank,
  name,
  rating,
  peer: rating,
  ...person,
  ...figures,
});
const reference = (method: string, rating: number): ReferenceView => ({
  method,
  label: method,
  note: "",
  rating,
  peer: rating,
  ...figures,
});

function board(items: BoardRowView[], references: ReferenceView[], nextCursor: string | null): BoardView {
  const analysis = { computedAt: new Date(0), questions: 12, entrants: 4, connected: 4, without: "none" };
  return { label: "All time", endsAt: null, isOver: false, items, references, analysis, viewer: null, nextCursor };
}

const told = (lines: ReturnType<typeof boardLines>) =>
  lines.map((line) => (line.kind === "entrant" ? line.row.name : `~${line.row.method}`));

test("a reference stands where its score puts it, after those who tie with it", () => {
  const items = [entrant(1, "Ada", 9), entrant(2, "Ben", 5), entrant(3, "Cleo", 1)];
  const lines = boardLines(board(items, [reference("crowd", 5), reference("mean", 7)], null), "rating", true);
  expect(told(lines)).toEqual(["Ada", "~mean", "Ben", "~crowd", "Cleo"]);
});

test("above everybody it stands on the first page, below everybody on the last, and on no page twice", () => {
  const references = [reference("best", 99), reference("between", 4), reference("worst", -99)];
  const first = board([entrant(1, "Ada", 9), entrant(2, "Ben", 5)], references, "more");
  const second = board([entrant(3, "Cleo", 3), entrant(4, "Dora", 1)], references, null);
  expect(told(boardLines(first, "rating", true))).toEqual(["~best", "Ada", "Ben"]);
  expect(told(boardLines(second, "rating", false))).toEqual(["Cleo", "Dora", "~worst"]);
});

test("by a Brier score the lowest stands first, and a reference has no adjusted one", () => {
  const items = [entrant(1, "Ada", 9), entrant(2, "Ben", 5)].map((row, i) => ({
    ...row,
    meanBrier: 0.1 + i,
    adjustedBrier: 0.1 + i,
  }));
  const shown = board(items, [{ ...reference("crowd", 5), meanBrier: 0.3 }], null);
  expect(told(boardLines(shown, "brier", true))).toEqual(["Ada", "~crowd", "Ben"]);
  expect(told(boardLines(shown, "adjusted", true))).toEqual(["Ada", "Ben"]);
});
