import { canonicalJson } from "#core/canonical-json.ts";
import { BUNDLE_KINDS, type BundleText, bundleDocument } from "#services/bundle/bundle-document.ts";

/**
 * A bundle as one text whatever the order of its records and members, with every default written out: two bundles that say the
 * same have one text. The order of what one person made in one instant is kept.
 */
export function canonicalDocument(bundle: BundleText): string {
  const document = bundleDocument.parse(bundle);
  const lists = Object.values(BUNDLE_KINDS).map(({ list }) => {
    const texts = (document[list] as unknown[]).map((record) => canonicalJson(plain(record) as never));
    return [
      list,
      list === "forecasts" || list === "comments" ? inInstants(document[list], texts) : texts.sort(),
    ] as const;
  });
  return JSON.stringify(lists, null, 1);
}

/** Amounts as text, and no member that is undefined. */
function plain(record: unknown): unknown {
  return JSON.parse(JSON.stringify(record, (_, value) => (typeof value === "bigint" ? String(value) : value)));
}

function inInstants(
  records: readonly { questionId: string; forecasterId: string; madeAt: number }[],
  texts: readonly string[],
): string[] {
  const keys = records.map(({ questionId, forecasterId, madeAt }) => `${questionId} ${madeAt} ${forecasterId}`);
  const order = texts
    .map((_, i) => i)
    .sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : keys[a] === keys[b] ? a - b : 1));
  return order.map((i) => texts[i] as string);
}
