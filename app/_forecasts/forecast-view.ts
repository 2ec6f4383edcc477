import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root.ts";

type Outputs = inferRouterOutputs<AppRouter>["forecast"];

/** What a forecast entry starts from. */
export type EntryView = Outputs["own"];
export type MineView = Outputs["mine"]["active"][number];
export type UserForecastView = Outputs["ofUser"]["items"][number];
export type QuestionForecastView = Outputs["ofQuestion"]["items"][number];
