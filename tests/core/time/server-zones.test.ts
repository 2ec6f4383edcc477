import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Promise F9: where a server stands, and whether its clock is put forward there, moves nothing. */
const ZONES = ["UTC", "Pacific/Auckland", "America/St_Johns"];

/** The figures of a process whose own time zone is this one. */
function figuresIn(zone: string, how = ""): string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["tests/core/time/zone-figures.ts", how], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", TZ: zone },
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.trim().split("\n");
}

/** The figures that are not the same everywhere, by number. */
function moved(how?: string): { count: number; differing: number[] } {
  const [first = [], ...others] = ZONES.map((zone) => figuresIn(zone, how));
  const differing = first.flatMap((figure, i) => (others.every((other) => other[i] === figure) ? [] : [i]));
  return { count: first.length, differing };
}

test("F9: closes, windows, lags, gaps, days of files, seasons and their words are the same under every zone of the server", () => {
  const { count, differing } = moved();
  expect(differing).toEqual([]);
  expect(count).toBeGreaterThan(800);
  console.log(`F9: ${count} figures under ${ZONES.join(", ")}: the same`);
});

test("what F9 would catch: days read off the server's own clock differ", () => {
  const { count, differing } = moved("naive");
  expect(differing).toHaveLength(count);
});
