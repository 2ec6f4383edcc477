import { DomainError } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";

/** In whose name questions, answers and events of a file are written. No forecaster of a file is ever kept under these names. */
export const BUNDLE_IMPORTER = "bundle-import";
export const IMPORTER_NAMES: readonly string[] = [BUNDLE_IMPORTER, "forecastbench-import"];

/** The account in whose name a bundle is written. It is nobody's who can sign in, and no bot that somebody owns. */
export async function bundleImporter(tx: Tx): Promise<string> {
  const importer = await tx.user.upsert({
    where: { nameKey: BUNDLE_IMPORTER },
    create: { name: BUNDLE_IMPORTER, nameKey: BUNDLE_IMPORTER, isBot: true },
    update: {},
    select: { id: true, email: true, passwordHash: true, ownerId: true },
  });
  if (importer.email === null && importer.passwordHash === null && importer.ownerId === null) return importer.id;
  throw new DomainError("name_must_be_free", { reason: "importer", name: BUNDLE_IMPORTER });
}
