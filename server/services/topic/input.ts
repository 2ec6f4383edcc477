import { z } from "zod";
import { safeText, slug, uuid } from "#services/safe-text.ts";

const title = safeText({ max: 160 });
const summary = safeText({ max: 20_000 });

export const createTopicInput = z.strictObject({
  /** Made from the title when it is left out. */
  slug: slug().optional(),
  title,
  summary,
  isFictional: z.boolean().default(false),
});
export const editTopicInput = z.strictObject({ topicId: uuid(), title, summary });
export const bindScenariosInput = z.strictObject({
  topicId: uuid(),
  /** A multiple-choice question of the topic; null unbinds. */
  questionId: uuid().nullable(),
});
export const topicBySlugInput = z.strictObject({ slug: slug() });

export type CreateTopicInput = z.input<typeof createTopicInput>;
export type EditTopicInput = z.infer<typeof editTopicInput>;
export type BindScenariosInput = z.infer<typeof bindScenariosInput>;
