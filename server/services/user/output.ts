import { z } from "zod";
import { ROLES } from "#core/actor.ts";

export const viewerOutput = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }).nullable();
export const signedUpOutput = z.object({ accepted: z.literal(true) });
export const sessionsOutput = z.array(
  z.object({
    id: z.string(),
    createdAt: z.date(),
    lastSeenAt: z.date(),
    network: z.string(),
    agent: z.string(),
    isCurrent: z.boolean(),
  }),
);
export const botsOutput = z.object({
  bots: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: z.date(),
      forecasts: z.number(),
      /** Null while it acts. */
      retiredAt: z.date().nullable(),
    }),
  ),
  /** How many more may be made. */
  left: z.number(),
});
export const createdBotOutput = z.object({ id: z.string() });
export const endedSessionsOutput = z.object({ ended: z.number() });
export const createdUserOutput = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) });
export const peopleOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      role: z.enum(ROLES),
      isBot: z.boolean(),
      isSimulated: z.boolean(),
      createdAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
