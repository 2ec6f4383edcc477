import { createHash } from "node:crypto";
import { canonicalJson } from "#core/canonical-json.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import { renamedOptions } from "#core/criteria/renamed-options.ts";
import type { Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import { logNaming } from "../event/log-naming.ts";

interface NewCriteria {
  readonly questionId: string;
  readonly version: number;
  /** Names options by their labels. */
  readonly criteria: Criteria;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly finePrint: string;
  readonly reason: string | null;
  readonly createdById: string;
}

/** The hash by which a version of criteria is known: sha256 of its canonical text. */
export function criteriaHash(criteria: Criteria): string {
  return createHash("sha256").update(canonicalJson(criteria)).digest("hex");
}

/** Writes one version of a question's criteria, with the sentence and the hash that are made from it; gives the sentence. */
export async function writeCriteriaVersion(tx: Tx, { criteria, options, ...version }: NewCriteria): Promise<string> {
  const rule = renamedOptions(criteria, new Map(options.map(({ id, label }) => [label, id])));
  const named = await logNaming(tx);
  const sentence = named(criteriaSentence(rule, new Map(options.map(({ id, label }) => [id, label]))));
  await tx.criteriaVersion.create({
    data: { ...version, rule: rule as unknown as Prisma.InputJsonObject, hash: criteriaHash(rule), sentence },
  });
  return sentence;
}
