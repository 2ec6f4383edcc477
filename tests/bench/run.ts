/**
 * `npm run bench -- NAME… [--json] [--folder=DIRECTORY]`: runs the benchmarks or groups of that name; without a name, lists them.
 *
 * Each compares with a baseline of the same run, in turns; figures are medians unless they say otherwise.
 */
import { cpus, loadavg, totalmem } from "node:os";
import type { Figure } from "./benchmark.ts";
import { BENCHMARKS } from "./benchmarks.ts";

const json = process.argv.includes("--json");
const folder = process.argv.find((argument) => argument.startsWith("--folder="))?.slice("--folder=".length) ?? null;
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const chosen = BENCHMARKS.filter(({ name, groups }) => names.some((asked) => asked === name || groups.includes(asked)));

if (chosen.length === 0) {
  console.error("Usage: npm run bench -- NAME… [--json] [--folder=DIRECTORY], with a name or a group of:");
  for (const { name, groups } of BENCHMARKS) console.error(`  ${name} (${groups.join(", ")})`);
  process.exit(2);
}

const processors = cpus();
const machine = `${processors.length} × ${processors[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(
  json
    ? JSON.stringify({ name: "machine", n: processors.length, value: machine, unit: "", ratio: null, baseline: null })
    : machine,
);

for (const benchmark of chosen) {
  const before = loadavg()[0] ?? 0;
  const figures = await benchmark.run({ folder });
  const load = { name: `${benchmark.name} load`, n: processors.length, unit: "waiting", ratio: null, baseline: null };
  // What else went on: a load above the number of processors means that some of each figure is waiting.
  figures.push({ ...load, value: before }, { ...load, name: `${load.name} after`, value: loadavg()[0] ?? 0 });
  for (const figure of figures) console.log(json ? JSON.stringify(figure) : inWords(figure));
}

function inWords({ name, n, value, unit, ratio, baseline }: Figure): string {
  const compared = ratio === null ? "" : `  ${ratio.toFixed(2)} × ${baseline}`;
  return `${name.padEnd(28)} n=${String(n).padEnd(9)} ${value.toPrecision(4).padStart(9)} ${unit}${compared}`;
}
