import type { ServiceContext } from "#services/context.ts";
import { sealRecord } from "#services/seal/seal-record.ts";

/** What was written since the last time joins the Merkle tree, and its new root is published. */
export async function sealWaitingRecords(ctx: ServiceContext): Promise<void> {
  await sealRecord(ctx);
}
