import { Session } from "node:inspector/promises";

// Started once and kept: what was compiled before, or after an end, would not be counted.
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * How often the blocks of code in files of that name ran while `run` did: a measure of work that is the same on every machine.
 * What the engine does inside one call of its own (a regular expression, a copy) is not counted.
 */
export async function countedWork(file: RegExp, run: () => unknown): Promise<number> {
  await session.post("Profiler.takePreciseCoverage");
  await run();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return result
    .filter(({ url }) => file.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}
