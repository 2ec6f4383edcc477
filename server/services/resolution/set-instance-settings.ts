import { accountIdOf } from "#core/actor.ts";
import { ensure } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "#services/authorize.ts";
import { declareConflicts } from "#services/conflict/declare-conflicts.ts";
import { soloSetting } from "#services/conflict/is-solo.ts";
import type { ServiceContext } from "#services/context.ts";
import { publishedUnanswered } from "#services/question-state.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { InstanceSettingsInput } from "./input.ts";

/** The published questions whose answers are yet to come under the instance's own time for challenges. */
function governedQuestions(tx: Tx) {
  return tx.question.findMany({
    where: { ...publishedUnanswered, challengeWindowHours: null },
    select: { id: true, title: true },
  });
}

/**
 * Sets how the instance decides: how long answers may be challenged, and whether its one admin may do alone what else takes
 * two. An admin who shortens the time for challenges declares it on the questions that they have an interest in.
 */
export async function setInstanceSettings(
  ctx: ServiceContext,
  input: InstanceSettingsInput,
): Promise<InstanceSettingsInput> {
  authorize(ctx, "change_instance_settings");
  return transact(ctx, async (tx) => {
    const { admins } = await soloSetting(tx);
    ensure(!input.isSolo || admins <= 1, "solo_mode_must_have_one_admin", { admins, field: "isSolo" });
    const before = await tx.instanceSettings.findUniqueOrThrow({ where: { id: 1 } });
    const { isSolo, challengeWindowHours } = await tx.instanceSettings.update({ where: { id: 1 }, data: input });
    const accountId = accountIdOf(ctx.actor);
    if (accountId !== null && challengeWindowHours < before.challengeWindowHours) {
      const subject = { subjectKind: "instance", subjectId: String(challengeWindowHours) };
      const questions = await governedQuestions(tx);
      await declareConflicts(tx, accountId, { act: "shorten-challenge-window", ...subject, questions });
    }
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
