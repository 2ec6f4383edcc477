import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root.ts";

export type MethodGroupView = inferRouterOutputs<AppRouter>["methodology"]["list"][number];
export type MethodView = MethodGroupView["methods"][number];
