import { z } from "zod";
import { VOID_REASONS } from "#core/resolution/void-reasons.ts";
import { instant } from "#services/safe-instant.ts";
import { safeText, slug, uuid } from "#services/safe-text.ts";

const note = (min: 0 | 1) => safeText({ min, max: 4000 });
const voidReason = z.enum(VOID_REASONS.map((reason) => reason.code) as [string, ...string[]]);

const answer = {
  /** yes, no or an option's id; null for a void. */
  outcome: safeText({ max: 100 }).nullable(),
  voidReason: voidReason.nullable(),
  effectiveAt: instant(),
  knownAt: instant(),
  evidenceIds: z.array(uuid()).max(50),
  note: note(1),
  declaredConflict: safeText({ min: 0, max: 1000 }).optional(),
};
/** Signed coverage that an answer by absence rests on. */
const coverageIds = z.array(uuid()).max(50).optional();
const objection = { reason: safeText({ max: 4000 }), evidenceIds: z.array(uuid()).max(50).optional() };
const ruling = { note: note(0), declaredConflict: safeText({ min: 0, max: 1000 }).optional() };

export const resolutionRecordInput = z.strictObject({ slug: slug(), asOf: instant().optional() });
export const proposeResolutionInput = z.strictObject({ questionId: uuid(), ...answer, coverageIds });
export const suggestResolutionInput = z.strictObject({ questionId: uuid(), ...answer });
export const challengeResolutionInput = z.strictObject({ resolutionId: uuid(), ...objection });
export const answerSuggestedResolutionInput = z.strictObject({ suggestionId: uuid(), reason: safeText({ max: 2000 }) });
export const declineReopeningInput = z.strictObject({ requestId: uuid(), reason: safeText({ max: 2000 }) });
export const approveResolutionInput = z.strictObject({ resolutionId: uuid(), ...ruling });
export const rejectResolutionInput = z.strictObject({ resolutionId: uuid(), ...ruling });
export const amendResolutionInput = z.strictObject({ resolutionId: uuid(), ...answer, coverageIds });
export const instanceSettingsInput = z.strictObject({
  isSolo: z.boolean(),
  challengeWindowHours: z.number().min(0).max(336),
});

export type ProposeResolutionInput = z.infer<typeof proposeResolutionInput>;
export type SuggestResolutionInput = z.infer<typeof suggestResolutionInput>;
export type ChallengeResolutionInput = z.infer<typeof challengeResolutionInput>;
export type ApproveResolutionInput = z.infer<typeof approveResolutionInput>;
export type AmendResolutionInput = z.infer<typeof amendResolutionInput>;
export type AnswerSuggestedResolutionInput = z.infer<typeof answerSuggestedResolutionInput>;
export type DeclineReopeningInput = z.infer<typeof declineReopeningInput>;
export type InstanceSettingsInput = z.infer<typeof instanceSettingsInput>;
