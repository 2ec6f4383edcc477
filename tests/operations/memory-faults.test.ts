import { describe, expect, test } from "vitest";
import { type LongRun, memoryFaults, slopeOf } from "#tests/long/memory-faults.ts";

/** Thirty minutes, a sample every fifteen seconds: a server that fills its caches and then breathes by a few megabytes. */
function run(leaks: { megabytes?: number; connections?: number; held?: number; handles?: number } = {}): LongRun {
  const { megabytes = 0, connections = 0, held = 0, handles = 0 } = leaks;
  const samples = Array.from({ length: 120 }, (_, i) => {
    const minute = i / 4;
    const breath = 6 * Math.sin(i * 1.7);
    return { minute, megabytes: 300 + 40 * Math.min(1, minute / 4) + breath + megabytes * minute };
  });
  const open = { connections: 3, held: 0, handles: 12 };
  const after = { connections: open.connections + connections, held, handles: open.handles + handles };
  return { samples, warmUpMinutes: 5, before: open, after };
}

describe("O9: the checker of a long run", () => {
  test("finds the slope of a line exactly", () => {
    const line = [0, 1, 2, 5].map((minute) => ({ minute, megabytes: 10 + 2.5 * minute }));
    expect(slopeOf(line)).toBeCloseTo(2.5, 12);
  });

  test("finds nothing in a server that fills its caches and then breathes", () => {
    expect(memoryFaults(run())).toEqual([]);
  });

  test("finds a server that leaks memory, connections or handles", () => {
    expect(memoryFaults(run({ megabytes: 1.2 }))).toEqual([expect.stringContaining("MB a minute")]);
    expect(memoryFaults(run({ held: 1 }))).toEqual(["1 connections to Postgres are held, and 0 were"]);
    expect(memoryFaults(run({ connections: 10 }))).toEqual(["13 connections to Postgres"]);
    expect(memoryFaults(run({ handles: 40 }))).toEqual(["52 handles where 12 were"]);
  });

  test("does not take a run for sound that was too short to tell", () => {
    expect(memoryFaults({ ...run(), warmUpMinutes: 29.5 })).toEqual([expect.stringContaining("tell nothing")]);
  });
});
