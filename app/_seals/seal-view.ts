import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root.ts";

type Outputs = inferRouterOutputs<AppRouter>;
export type SealView = Outputs["seal"]["list"]["items"][number];
export type ProofView = NonNullable<Outputs["seal"]["proof"]["proof"]>;
export type AuditRowView = Outputs["audit"]["list"]["items"][number];
