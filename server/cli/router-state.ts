import type { IncomingMessage } from "node:http";
import { z } from "zod";

const HEADER = "next-router-state-tree";
const MAX_CHARACTERS = 40_000;

const kind = z.string().regex(/^(oc|[cd](i\((\.\)|\.\.\)|\.\.\.\)|\.\.\)\(\.\.\)))?)$/);
const segment = z.union([z.string(), z.tuple([z.string(), z.string(), kind, z.array(z.string()).nullable()])]);

/** What of a page a browser has already, as Next's own client states it: a segment, what lies below it, and marks. */
const state: z.ZodType = z.lazy(() =>
  z.tuple([
    segment,
    z.record(z.string(), state),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(["refetch", "inside-shared-layout", "metadata-only"]).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
);

function isState(header: unknown): boolean {
  if (typeof header !== "string" || header.length > MAX_CHARACTERS) return false;
  try {
    return state.safeParse(JSON.parse(decodeURIComponent(header))).success;
  } catch {
    return false;
  }
}

/** Leaves out what a browser has of a page where it cannot be read: it gets the whole, where Next would fail. */
export function removeUnreadableState({ headers }: IncomingMessage): void {
  if (headers[HEADER] !== undefined && !isState(headers[HEADER])) delete headers[HEADER];
}
