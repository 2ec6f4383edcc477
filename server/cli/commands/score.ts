import { Command } from "commander";
import { piecesOfFile } from "#server/cli/bytes-of-file.ts";
import { writeText } from "#server/cli/write-text.ts";
import { scoreBundle } from "#services/bundle/score-bundle.ts";

async function score({ bundle, out, clip = false }: { bundle: string; out?: string; clip?: boolean }): Promise<void> {
  const scores = scoreBundle(piecesOfFile(bundle), { clip });
  await writeText(scoresText(scores), out);
}

/** The JSON text of the scores, list by list and score by score: a whole one may be longer than a text can be. */
async function* scoresText({ scores, ...rest }: ReturnType<typeof scoreBundle>): AsyncGenerator<string> {
  const { engine, inputHash, ...tables } = rest;
  yield `${JSON.stringify({ engine, inputHash }).slice(0, -1)},"scores":[`;
  for (const [i, record] of scores.entries()) yield `${i === 0 ? "" : ","}${JSON.stringify(record)}`;
  yield `],${JSON.stringify(tables).slice(1)}\n`;
}

export function scoreCommand(): Command {
  return new Command("score")
    .description("Compute every score of a bundle, without a database.")
    .requiredOption("--bundle <file>", "the bundle: one JSON document, or one record a line")
    .option("--out <file>", "write there instead of to standard output")
    .option("--clip", "let log scores bound probabilities outside 0.001..0.999 instead of refusing them")
    .action(score);
}
