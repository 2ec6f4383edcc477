import { createHash } from "node:crypto";
import { canonicalJson } from "#core/canonical-json.ts";
import type { BundleDocument } from "../bundle/bundle-document.ts";

/** By what a question of a bundle is known again: its id alone may be another bundle's also. */
export function questionKey({ id, type, title, opensAt, closesAt }: BundleDocument["questions"][number]): string {
  return `bundle:${createHash("sha256").update(canonicalJson({ id, type, title, opensAt, closesAt })).digest("hex")}`;
}
