import { z } from "zod";
import { instant } from "#services/safe-instant.ts";
import { listCursor, safeText } from "#services/safe-text.ts";

export const listAuditInput = z.strictObject({
  /** A person's name, or the name of a job. */
  actor: safeText({ max: 120 }).optional(),
  action: safeText({ max: 80 }).optional(),
  subject: safeText({ max: 200 }).optional().describe("A kind of subject, or the identifier of one."),
  from: instant().optional(),
  /** Not included. */
  until: instant().optional(),
  /** The sequence of the last row of the page before. */
  cursor: listCursor("audit"),
  limit: z.int().min(1).max(100).default(50),
});

export type ListAuditInput = z.input<typeof listAuditInput>;
