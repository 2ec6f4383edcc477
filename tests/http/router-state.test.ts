import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { expect, test } from "vitest";
import { removeUnreadableState } from "#server/cli/router-state.ts";

const HEADER = "next-router-state-tree";

/** What is left of a header. */
function leftOf(header: string): string | string[] | undefined {
  const headers = { [HEADER]: header };
  removeUnreadableState({ headers } as unknown as IncomingMessage);
  return headers[HEADER];
}

function failsInNext(header: string): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return false;
  } catch {
    return true;
  }
}

const state = (...parts: unknown[]) => encodeURIComponent(JSON.stringify(parts));
const deep = (levels: number): unknown =>
  Array.from({ length: levels }).reduce((child) => ["a", { children: child }], ["b", {}]);

test.each([
  state("", {}),
  state("", { children: ["__PAGE__", {}, null, "refetch"] }, null, null, 16),
  state("", { children: [["slug", "a", "d", null], { children: ["__PAGE__?{}", {}] }] }, ["/a", "?b"], "metadata-only"),
  state(["rest", "a/b", "ci(..)(..)", ["c"]], {}, null, null, 0, ""),
  state(...(deep(50) as unknown[])),
])("a state that Next's own client states is left: %s", (header) => {
  expect([failsInNext(header), leftOf(header)]).toEqual([false, header]);
});

test.each([
  "",
  "x",
  "%5Bx",
  "%E0%A4%A",
  state(),
  state("", {}, null, null, true),
  state("", { children: ["a"] }),
  state("", {}, ["a"]),
  state("", {}, null, "everything"),
  state(["slug", "a", "x", null], {}),
  state(["slug", "a"], {}),
  state("", {}, null, null, 0, "", "more"),
  state("a".repeat(41_000), {}),
])("a state on which Next fails is left out: %s", (header) => {
  expect([failsInNext(header), leftOf(header)]).toEqual([true, undefined]);
});
