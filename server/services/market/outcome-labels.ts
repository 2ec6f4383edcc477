import { bucketLabels } from "#core/market/bucket-labels.ts";
import type { Prisma } from "#db/generated/client.ts";

/** What of a question names the outcomes of its market. */
export const labelColumns = {
  type: true,
  unit: true,
  options: { select: { label: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.QuestionSelect;

interface Labelled {
  readonly bucketBounds: readonly number[];
  readonly question: {
    readonly type: string;
    readonly unit: string | null;
    readonly options: readonly { readonly label: string }[];
  };
}

/** What a market trades, in words. */
export function outcomeLabels({ bucketBounds, question: { type, unit, options } }: Labelled): string[] {
  if (type === "binary") return ["Yes", "No"];
  if (bucketBounds.length > 0) return bucketLabels(type, unit ?? "", bucketBounds);
  return options.map(({ label }) => label);
}
