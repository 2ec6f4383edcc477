import { type BenchFault, faultLine } from "#services/import/bench-fault.ts";

const MOST = 100;

/** What is wrong with the rows of files, a line each; the first hundred where there are many. */
export function faultLines(faults: readonly BenchFault[]): string[] {
  const more = faults.length - MOST;
  return [
    ...faults.slice(0, MOST).map((fault) => `  ${faultLine(fault)}`),
    ...(more > 0 ? [`  … and ${more} more.`] : []),
  ];
}
