import { authorize } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import type { InstanceSettingsInput } from "./input.ts";

/** Sets how the instance decides: how long answers may be challenged, and whether one admin may do it alone. */
export async function setInstanceSettings(
  ctx: ServiceContext,
  input: InstanceSettingsInput,
): Promise<InstanceSettingsInput> {
  authorize(ctx, "change_instance_settings");
  return transact(ctx, async (tx) => {
    const { isSolo, challengeWindowHours } = await tx.instanceSettings.update({ where: { id: 1 }, data: input });
    await writeAudit(tx, ctx, {
      action: "set-instance-settings",
      subjectKind: "instance",
      subjectId: "1",
      details: input,
    });
    return { isSolo, challengeWindowHours };
  });
}

export async function instanceSettings(ctx: ServiceContext): Promise<InstanceSettingsInput> {
  authorize(ctx, "read_resolution_queue");
  return ctx.db.instanceSettings.findUniqueOrThrow({
    where: { id: 1 },
    select: { isSolo: true, challengeWindowHours: true },
  });
}
