import { z } from "zod";
import { matchInput } from "#services/question/criteria-input.ts";
import { instant } from "#services/safe-instant.ts";
import { ordinal } from "#services/safe-number.ts";
import { safeText, uuid } from "#services/safe-text.ts";

const stated = {
  name: safeText({ max: 80 }),
  note: safeText({ min: 0, max: 1000 }).default(""),
  match: matchInput,
};

export const createSignalInput = z.strictObject({ topicId: uuid(), ...stated });
export const reviseSignalInput = z.strictObject({
  signalId: uuid(),
  /** The version that the writer saw: refused when another has come since. */
  basedOn: ordinal(),
  isRetired: z.boolean().default(false),
  ...stated,
});
export const signalListInput = z.strictObject({
  topicId: uuid(),
  asOf: instant().optional(),
  /** Whether retired ones are listed also. */
  withRetired: z.boolean().default(false),
});
export const signalByIdInput = z.strictObject({ signalId: uuid(), asOf: instant().optional() });
export const followInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("topic"), id: uuid(), isFollowed: z.boolean() }),
  z.strictObject({ kind: z.literal("signal"), id: uuid(), isFollowed: z.boolean() }),
]);

export type CreateSignalInput = z.infer<typeof createSignalInput>;
export type ReviseSignalInput = z.infer<typeof reviseSignalInput>;
export type SignalListInput = z.infer<typeof signalListInput>;
export type SignalByIdInput = z.infer<typeof signalByIdInput>;
export type FollowInput = z.infer<typeof followInput>;
