import { z } from "zod";
import { instant } from "#services/safe-instant.ts";
import { listCursor } from "#services/safe-text.ts";

export const listNoticesInput = z.strictObject({
  cursor: listCursor("notices"),
  limit: z.int().min(1).max(100).default(50),
});
/** Everything up to this instant has been seen. */
export const readNoticesInput = z.strictObject({ until: instant() });

export type ListNoticesInput = z.infer<typeof listNoticesInput>;
export type ReadNoticesInput = z.infer<typeof readNoticesInput>;
