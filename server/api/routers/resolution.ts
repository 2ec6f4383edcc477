import { challengeResolution } from "#services/resolution/challenge-resolution.ts";
import { amendResolution, approveResolution, rejectResolution } from "#services/resolution/decide-resolution.ts";
import {
  amendResolutionInput,
  approveResolutionInput,
  challengeResolutionInput,
  instanceSettingsInput,
  proposeResolutionInput,
  rejectResolutionInput,
  resolutionRecordInput,
} from "#services/resolution/input.ts";
import {
  challengedOutput,
  decidedOutput,
  proposalOutput,
  queueOutput,
  recordOutput,
  settingsOutput,
} from "#services/resolution/output.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { resolutionQueue, resolutionRecord } from "#services/resolution/queries.ts";
import { instanceSettings, setInstanceSettings } from "#services/resolution/set-instance-settings.ts";
import { procedure, router } from "../trpc.ts";

export const resolutionRouter = router({
  queue: procedure.output(queueOutput).query(({ ctx }) => resolutionQueue(ctx)),
  record: procedure
    .input(resolutionRecordInput)
    .output(recordOutput)
    .query(({ ctx, input }) => resolutionRecord(ctx, input)),
  settings: procedure.output(settingsOutput).query(({ ctx }) => instanceSettings(ctx)),
  setSettings: procedure
    .input(instanceSettingsInput)
    .output(settingsOutput)
    .mutation(({ ctx, input }) => setInstanceSettings(ctx, input)),
  propose: procedure
    .input(proposeResolutionInput)
    .output(proposalOutput)
    .mutation(({ ctx, input }) => proposeResolution(ctx, input)),
  challenge: procedure
    .input(challengeResolutionInput)
    .output(challengedOutput)
    .mutation(({ ctx, input }) => challengeResolution(ctx, input)),
  approve: procedure
    .input(approveResolutionInput)
    .output(decidedOutput)
    .mutation(({ ctx, input }) => approveResolution(ctx, input)),
  amend: procedure
    .input(amendResolutionInput)
    .output(proposalOutput)
    .mutation(({ ctx, input }) => amendResolution(ctx, input)),
  reject: procedure
    .input(rejectResolutionInput)
    .output(decidedOutput)
    .mutation(({ ctx, input }) => rejectResolution(ctx, input)),
});
