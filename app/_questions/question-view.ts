import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root.ts";

type Outputs = inferRouterOutputs<AppRouter>["question"];

/** A question in a list. */
export type QuestionBriefView = Outputs["list"]["items"][number];
/** A question on its own page. */
export type QuestionView = Outputs["bySlug"];
export type CrowdView = QuestionView["crowd"];
export type EvaluationView = NonNullable<Outputs["evaluation"]>;
export type QuestionEventView = EvaluationView["events"][number];
export type DryRunView = Outputs["dryRun"];
export type DraftView = Outputs["draftToRevise"];
/** Who drafted and published a question, and its clarifications. */
export type RecordView = inferRouterOutputs<AppRouter>["criteria"]["record"];
export type SuggestionView = inferRouterOutputs<AppRouter>["suggestion"]["own"][number];
