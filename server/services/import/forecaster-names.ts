import { createHash } from "node:crypto";
import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "../bundle/bundle-document.ts";

const LONGEST = 40;
const HASH_DIGITS = 8;

type Forecaster = BundleDocument["forecasters"][number];

/** A name as people here have one: letters, digits, dots, hyphens and underscores. */
function handleOf(name: string): string {
  const handle = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[^\p{L}\p{N}]+/u, "");
  return handle.slice(0, LONGEST).replace(/-+$/, "") || "forecaster";
}

/**
 * Under which name each forecaster of a bundle is kept. Nothing imported is put under the name of somebody who can sign in, or of
 * another kind of forecaster, or of two of the bundle: then the name is followed by a part of the hash of the forecaster's id.
 */
export async function forecasterNames(tx: Tx, forecasters: readonly Forecaster[]): Promise<Map<string, string>> {
  const handles = new Map(forecasters.map(({ id, name }) => [id, handleOf(name)]));
  const keyOf = ({ id }: Forecaster) => handles.get(id)?.toLowerCase() ?? "";
  const rows = await tx.user.findMany({
    where: { nameKey: { in: forecasters.map(keyOf) } },
    select: { nameKey: true, email: true, passwordHash: true, isBot: true },
  });
  const here = new Map(rows.map((row) => [row.nameKey, row]));
  const claims = Map.groupBy(forecasters, keyOf);
  const named = forecasters.map((forecaster): [string, string] => {
    const key = keyOf(forecaster);
    const other = here.get(key);
    const isTaken = other && (other.email !== null || other.passwordHash !== null || other.isBot !== forecaster.isBot);
    const handle = handles.get(forecaster.id) ?? key;
    if (!isTaken && claims.get(key)?.length === 1) return [forecaster.id, handle];
    const digits = createHash("sha256").update(forecaster.id).digest("hex").slice(0, HASH_DIGITS);
    return [forecaster.id, `${handle.slice(0, LONGEST - HASH_DIGITS - 1)}-${digits}`];
  });
  return new Map(named);
}
