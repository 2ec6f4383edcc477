import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root.ts";

type Outputs = inferRouterOutputs<AppRouter>["signal"];

export type SignalListView = Outputs["list"][number];
export type SignalView = Outputs["byId"];
