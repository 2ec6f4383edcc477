import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { type CoreHeader, coreHeaders } from "./core-headers.ts";

const CORE = "server/core";

/** The parts of `core` whose formulas concern people, in the order in which a reader needs them. */
export const METHOD_GROUPS = [
  "scoring",
  "aggregation",
  "calibration",
  "ranking",
  "market",
  "attribution",
  "seal",
] as const;

export interface MethodGroup {
  readonly id: (typeof METHOD_GROUPS)[number];
  readonly methods: (CoreHeader & { readonly isComparison: boolean })[];
}

let read: MethodGroup[] | undefined;

/** Every formula in use, as the code's own headers state it. The sources are read once a process: they do not change in it. */
export function listMethods(ctx: ServiceContext): MethodGroup[] {
  authorize(ctx, "read_public_pages");
  read ??= METHOD_GROUPS.map((id) => ({ id, methods: methodsIn(id) }));
  return read;
}

/** What each part turns on, before all else that it takes. */
const FIRST = new Set([
  "questionScores",
  "recencyWeights",
  "corpDecomposition",
  "shrunkPeer",
  "lmsrCost",
  "earlyMove",
  "merkleRoot",
]);

/** What decides stands first, what is only compared with last. */
function methodsIn(group: string): MethodGroup["methods"][number][] {
  const files = readdirSync(join(CORE, group), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const methods = files
    .toSorted((one, other) => (basename(one) < basename(other) ? -1 : 1))
    .flatMap((file) =>
      coreHeaders(readFileSync(join(CORE, group, file), "utf8")).map((header) => ({
        ...header,
        isComparison: file.startsWith("comparison"),
      })),
    );
  const order = ({ name, tex, isComparison }: (typeof methods)[number]) => {
    if (FIRST.has(name)) return 0;
    return isComparison ? 3 : tex === null ? 2 : 1;
  };
  return methods.toSorted((one, other) => order(one) - order(other));
}
