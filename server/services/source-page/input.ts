import { z } from "zod";
import { eventByIdInput } from "#services/event/input.ts";
import { safeText } from "#services/safe-text.ts";

/** Which addresses may be read is said by the rule they break. */
export const fetchSourcePageInput = z.strictObject({ url: safeText({ max: 2000 }) });
export const sourcePagesOfEventInput = eventByIdInput;

export type FetchSourcePageInput = z.infer<typeof fetchSourcePageInput>;
export type SourcePagesOfEventInput = z.infer<typeof sourcePagesOfEventInput>;
