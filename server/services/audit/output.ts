import { z } from "zod";

export const auditListOutput = z.object({
  items: z.array(
    z.object({
      sequence: z.string(),
      at: z.date(),
      /** A person's name, or the job's. */
      actor: z.string(),
      actorKind: z.string(),
      action: z.string(),
      subjectKind: z.string(),
      subjectId: z.string(),
      /** The label of the option that the act is about, where its details name one by its id. */
      option: z.string().nullable(),
      /** As JSON text. */
      details: z.string(),
      position: z.number(),
      hash: z.string(),
      sealNumber: z.number().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  /** Every action there is in the log, for the filter. */
  actions: z.array(z.string()),
});

export type AuditList = z.infer<typeof auditListOutput>;
