import { Command } from "commander";
import { bytesOfFile } from "#server/cli/bytes-of-file.ts";
import { statedSeal } from "#services/verify/stated-seal.ts";
import { verifyExport } from "#services/verify/verify-export.ts";
import { readProof, wrongInProof } from "#services/verify/verify-proof.ts";

function verify(file: string, options: { seal?: string }): void {
  // What is no hash is told before a file of gigabytes is read.
  const seal = options.seal === undefined ? undefined : statedSeal(options.seal);
  const bytes = bytesOfFile(file);
  const proof = readProof(bytes);
  if (proof) {
    const wrong = wrongInProof(proof, seal);
    const place = `leaf ${proof.index} of seal ${proof.seal.number}`;
    tell(wrong === null ? [`Verified: ${place}.`, `Root: ${proof.seal.root}`] : [], wrong);
    return;
  }
  const { fault, counts, latest } = verifyExport(bytes, { kept: seal });
  const { leaves, seals, auditRows, scoreRuns } = counts;
  const found = [
    `Verified. Records: ${leaves}; seals: ${seals}; audit rows in one chain: ${auditRows}; score runs recomputed: ${scoreRuns}.`,
    ...(latest ? [`Seal ${latest.number}: root ${latest.root}, hash ${latest.hash}`] : []),
    ...(seal === undefined ? ["Compare it with the public list of seals, or give one you kept with --seal."] : []),
  ];
  tell(fault ? [] : found, fault && `Line ${fault.line}, ${fault.kind}: ${fault.message}`);
}

function tell(found: readonly string[], wrong: string | null): void {
  for (const line of found) console.log(line);
  if (wrong === null) return;
  console.error(wrong);
  process.exitCode = 1;
}

export function verifyCommand(): Command {
  return new Command("verify")
    .description("Check an export of the record, or the proof of one record, without a database.")
    .argument("<file>", "what `export --record` wrote, or a proof that the site gave")
    .option(
      "--seal <hash>",
      "the hash or root of a seal that you kept: it must be among those of the export, in capitals or small letters",
    )
    .action(verify);
}
