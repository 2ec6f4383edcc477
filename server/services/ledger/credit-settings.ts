import type { z } from "zod";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { CreditSettingsInput } from "./input.ts";
import type { creditSettingsOutput } from "./output.ts";

type Settings = z.input<typeof creditSettingsOutput>;

const select = { welcomeMicros: true, isStipendOn: true, stipendMicros: true };

/** What new people are given, and what everybody is given each week. */
export async function creditSettings(ctx: ServiceContext): Promise<Settings> {
  authorize(ctx, "read_public_pages");
  return ctx.db.instanceSettings.findUniqueOrThrow({ where: { id: 1 }, select });
}

/** Sets what new people are given, and whether everybody is given more each week. */
export async function setCreditSettings(ctx: ServiceContext, data: CreditSettingsInput): Promise<Settings> {
  authorize(ctx, "change_instance_settings");
  return transact(ctx, async (tx) => {
    const set = await tx.instanceSettings.update({ where: { id: 1 }, data, select });
    await writeAudit(tx, ctx, {
      action: "set-credit-settings",
      subjectKind: "instance",
      subjectId: "1",
      details: {
        welcomeMicros: String(set.welcomeMicros),
        isStipendOn: set.isStipendOn,
        stipendMicros: String(set.stipendMicros),
      },
    });
    return set;
  });
}
