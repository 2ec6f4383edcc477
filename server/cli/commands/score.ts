import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { scoreBundle } from "#services/bundle/score-bundle.ts";
import { bytesOfFile } from "../bytes-of-file.ts";

function score({ bundle, out, clip = false }: { bundle: string; out?: string; clip?: boolean }): void {
  const text = `${JSON.stringify(scoreBundle(bytesOfFile(bundle), { clip }))}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

export function scoreCommand(): Command {
  return new Command("score")
    .description("Compute every score of a bundle, without a database.")
    .requiredOption("--bundle <file>", "the bundle: one JSON document, or one record a line")
    .option("--out <file>", "write there instead of to standard output")
    .option("--clip", "let log scores bound probabilities outside 0.001..0.999 instead of refusing them")
    .action(score);
}
