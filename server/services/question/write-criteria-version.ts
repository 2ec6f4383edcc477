import { createHash } from "node:crypto";
import { canonicalJson } from "#core/canonical-json.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import { renamedOptions } from "#core/criteria/renamed-options.ts";
import type { Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import { logNaming } from "#services/event-log/log-naming.ts";

interface NewCriteria {
  readonly questionId: string;
  readonly version: number;
  /** Names options by their labels. */
  readonly criteria: Criteria;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly finePrint: string;
  readonly reason: string | null;
  readonly createdById: string;
  /** A record brought in from elsewhere keeps its own time. */
  readonly past?: { readonly createdAt: Date; readonly importBatchId: string };
  /** In the place of the sentence that is made, where it is known to say the same. */
  readonly sentence?: string;
}

/** The hash by which a version of criteria is known: sha256 of its canonical text. */
export function criteriaHash(criteria: Criteria): string {
  return createHash("sha256").update(canonicalJson(criteria)).digest("hex");
}

/** Writes one version of a question's criteria, with the sentence and the hash that are made from it. */
export async function writeCriteriaVersion(
  tx: Tx,
  { criteria, options, past, ...version }: NewCriteria,
): Promise<void> {
  const rule = renamedOptions(criteria, new Map(options.map(({ id, label }) => [label, id])));
  const named = await logNaming(tx);
  const sentence =
    version.sentence ?? named(criteriaSentence(rule, new Map(options.map(({ id, label }) => [id, label]))));
  await tx.criteriaVersion.create({
    data: { ...version, ...past, rule: rule as unknown as Prisma.InputJsonObject, hash: criteriaHash(rule), sentence },
  });
}
