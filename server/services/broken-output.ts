import { z } from "zod";

/** A broken rule as an answer carries it: its code, and what its sentence needs to know. */
export const brokenOutput = z.object({ code: z.string(), values: z.record(z.string(), z.unknown()) });
