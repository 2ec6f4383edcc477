import { createHash } from "node:crypto";
import type { ScorableBundle } from "#core/bundle/bundle.ts";
import { canonicalJson } from "#core/canonical-json.ts";

/**
 * sha256 of the canonical JSON (RFC 8785) of all that the scores of a bundle are computed from, in canonical order, with every
 * default written out: same hash, same scores. The text is hashed in parts, since a whole one may be longer than a string can be.
 */
export function bundleHash(canonical: ScorableBundle): string {
  const hash = createHash("sha256");
  let part = "";
  const add = (text: string) => {
    part += text;
    if (part.length < 1 << 16) return;
    hash.update(part);
    part = "";
  };
  const addList = (name: string, records: readonly unknown[]) => {
    add(`${JSON.stringify(name)}:[`);
    for (const [i, record] of records.entries()) add(`${i === 0 ? "" : ","}${canonicalJson(record)}`);
    add("]");
  };
  // In the order of their names, as canonical JSON has them.
  add("{");
  addList("forecasters", canonical.forecasters);
  add(",");
  addList("forecasts", canonical.forecasts);
  add(",");
  addList("questions", canonical.questions);
  // Bundles without tournaments keep the hash that they had before there were any.
  if (canonical.tournaments.length > 0) {
    add(",");
    addList("tournaments", canonical.tournaments);
  }
  add("}");
  return `sha256:${hash.update(part).digest("hex")}`;
}
