import { z } from "zod";
import { eventByIdInput } from "../event/input.ts";
import { sourceUrl } from "../safe-text.ts";

export const fetchSourcePageInput = z.strictObject({ url: sourceUrl() });
export const sourcePagesOfEventInput = eventByIdInput;

export type FetchSourcePageInput = z.infer<typeof fetchSourcePageInput>;
export type SourcePagesOfEventInput = z.infer<typeof sourcePagesOfEventInput>;
