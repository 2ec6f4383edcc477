import { procedure, router } from "#server/api/trpc.ts";
import { declineReopening } from "#services/resolution/answer-reopening.ts";
import {
  adoptSuggestedResolution,
  declineSuggestedResolution,
} from "#services/resolution/answer-suggested-resolution.ts";
import { challengeResolution, requestReopening } from "#services/resolution/challenge-resolution.ts";
import { amendResolution, approveResolution, rejectResolution } from "#services/resolution/decide-resolution.ts";
import {
  amendResolutionInput,
  answerSuggestedResolutionInput,
  approveResolutionInput,
  challengeResolutionInput,
  declineReopeningInput,
  instanceSettingsInput,
  proposeResolutionInput,
  rejectResolutionInput,
  resolutionRecordInput,
  suggestResolutionInput,
} from "#services/resolution/input.ts";
import {
  challengedOutput,
  decidedOutput,
  proposalOutput,
  queueOutput,
  recordOutput,
  reopeningsOutput,
  settingsOutput,
  suggestedOutput,
  suggestionsOutput,
} from "#services/resolution/output.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { resolutionQueue, resolutionRecord } from "#services/resolution/queries.ts";
import { waitingReopenings } from "#services/resolution/reopenings.ts";
import { instanceSettings, setInstanceSettings } from "#services/resolution/set-instance-settings.ts";
import { suggestResolution } from "#services/resolution/suggest-resolution.ts";
import { waitingSuggestedResolutions } from "#services/resolution/suggested-resolutions.ts";

export const resolutionRouter = router({
  queue: procedure.output(queueOutput).query(({ ctx }) => resolutionQueue(ctx)),
  reopenings: procedure.output(reopeningsOutput).query(({ ctx }) => waitingReopenings(ctx)),
  suggestions: procedure.output(suggestionsOutput).query(({ ctx }) => waitingSuggestedResolutions(ctx)),
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
  requestReopening: procedure
    .input(challengeResolutionInput)
    .output(challengedOutput)
    .mutation(({ ctx, input }) => requestReopening(ctx, input)),
  declineReopening: procedure
    .input(declineReopeningInput)
    .output(decidedOutput)
    .mutation(({ ctx, input }) => declineReopening(ctx, input)),
  suggest: procedure
    .input(suggestResolutionInput)
    .output(suggestedOutput)
    .mutation(({ ctx, input }) => suggestResolution(ctx, input)),
  adoptSuggestion: procedure
    .input(answerSuggestedResolutionInput)
    .output(proposalOutput)
    .mutation(({ ctx, input }) => adoptSuggestedResolution(ctx, input)),
  declineSuggestion: procedure
    .input(answerSuggestedResolutionInput)
    .output(decidedOutput)
    .mutation(({ ctx, input }) => declineSuggestedResolution(ctx, input)),
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
