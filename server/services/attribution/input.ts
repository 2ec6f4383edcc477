import { z } from "zod";
import { slug, uuid } from "../safe-text.ts";

export const effectsOfEventInput = z.strictObject({ eventId: uuid(), asOf: z.date().optional() });
export const effectsInTopicInput = z.strictObject({ slug: slug(), asOf: z.date().optional() });

export type EffectsOfEventInput = z.infer<typeof effectsOfEventInput>;
export type EffectsInTopicInput = z.infer<typeof effectsInTopicInput>;
