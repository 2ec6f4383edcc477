import type { z } from "zod";
import { appRouter } from "#server/api/root.ts";

export interface Procedure {
  readonly path: string;
  readonly type: "query" | "mutation";
  readonly input: z.ZodType | undefined;
  readonly output: unknown;
}

interface Definition {
  readonly _def: { readonly type: "query" | "mutation"; readonly inputs: z.ZodType[]; readonly output?: unknown };
}

/** Every procedure of a router, as the router itself lists them. */
export function proceduresOf(router: { _def: { procedures: unknown } }): Procedure[] {
  return Object.entries(router._def.procedures as Record<string, Definition>).map(([path, { _def }]) => ({
    path,
    type: _def.type,
    input: _def.inputs[0],
    output: _def.output,
  }));
}

export const PROCEDURES = proceduresOf(appRouter);
