import { z } from "zod";
import { METHOD_GROUPS } from "./list-methods.ts";

export const listMethodsOutput = z.array(
  z.object({
    id: z.enum(METHOD_GROUPS),
    methods: z.array(
      z.object({
        name: z.string(),
        says: z.string(),
        formula: z.string(),
        tex: z.string().nullable(),
        units: z.string().nullable(),
        source: z.string().nullable(),
        examples: z.array(z.object({ expression: z.string(), value: z.string() })),
        isComparison: z.boolean(),
      }),
    ),
  }),
);
