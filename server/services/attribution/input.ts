import { z } from "zod";
import { instant } from "#services/safe-instant.ts";
import { slug, uuid } from "#services/safe-text.ts";

export const effectsOfEventInput = z.strictObject({ eventId: uuid(), asOf: instant().optional() });
export const effectsInTopicInput = z.strictObject({ slug: slug(), asOf: instant().optional() });

export type EffectsOfEventInput = z.infer<typeof effectsOfEventInput>;
export type EffectsInTopicInput = z.infer<typeof effectsInTopicInput>;
