import { createHash } from "node:crypto";
import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { writeCriteriaVersion } from "#services/question/write-criteria-version.ts";
import { databaseNow } from "#services/transact.ts";
import { DECIDED_ELSEWHERE } from "./imported-words.ts";
import type { Importing } from "./importing.ts";

type CriteriaRecord = NonNullable<BundleDocument["questions"][number]["criteria"]>;
type Version = CriteriaRecord["earlier"][number];

/** What actors are called, by the database or the bundle: the longest name first. */
export type CriteriaNames = readonly (readonly [code: string, name: string])[];

interface ImportedCriteria {
  /** By version, from the first. */
  readonly versionIds: readonly string[];
  readonly notes: string[];
}

const EMPTY: Version = { rule: null, sentence: "", finePrint: "" };

/** Writes every version of a question's criteria, and what was said of them. Those that say when they were written keep that time. */
export async function importCriteria(
  tx: Tx,
  { batchId, importerId }: Pick<Importing, "batchId" | "importerId">,
  { questionId, options }: { questionId: string; options: readonly { id: string; label: string }[] },
  criteria: CriteriaRecord | undefined,
  names: CriteriaNames,
): Promise<ImportedCriteria> {
  const notes: string[] = [];
  const now = await databaseNow(tx);
  const versions = criteria ? [...criteria.earlier, criteria] : [EMPTY];
  for (const [i, version] of versions.entries()) {
    const { rule, sentence, finePrint, reason = null, createdAt } = version;
    const past = { createdAt: createdAt === undefined ? now : new Date(createdAt), importBatchId: batchId };
    const row = { questionId, version: i + 1, finePrint, reason, createdById: importerId };
    if (!rule) {
      const hash = createHash("sha256").update(finePrint).digest("hex");
      const told = sentence === "" ? DECIDED_ELSEWHERE : sentence;
      await tx.criteriaVersion.create({ data: { ...row, ...past, hash, sentence: told } });
      continue;
    }
    const isSame = saysTheSame(
      sentence,
      criteriaSentence(rule, new Map(options.map(({ label }) => [label, label]))),
      names,
    );
    const kept = isSame ? { sentence } : {};
    const written = await writeCriteriaVersion(tx, { ...row, ...kept, criteria: rule, options, past });
    if (!isSame && sentence !== "") notes.push(`its criteria read what their rule says, not as told: ${written}`);
  }
  const clarifications = (criteria?.clarifications ?? []).map(({ text, writtenAt }) => {
    const at = writtenAt === undefined ? now : new Date(writtenAt);
    return { questionId, text, writtenById: importerId, writtenAt: at, importBatchId: batchId };
  });
  await tx.clarification.createMany({ data: clarifications });
  const rows = await tx.criteriaVersion.findMany({
    where: { questionId },
    orderBy: { version: "asc" },
    select: { id: true },
  });
  return { versionIds: rows.map(({ id }) => id), notes };
}

/**
 * Whether a sentence says what the rule says, whatever it calls the actors: a sentence keeps the names that were known when it was
 * made. A sentence is never taken on trust, since people would read another rule than the machine checks.
 */
function saysTheSame(told: string, made: string, names: CriteriaNames): boolean {
  const coded = (text: string) => names.reduce((all, [code, name]) => all.replaceAll(name, code), text);
  return told === made || coded(told) === coded(made);
}
