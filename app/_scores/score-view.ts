import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root.ts";

type Outputs = inferRouterOutputs<AppRouter>;

/** Why somebody's score on a question is what it is. */
export type ExplanationView = Outputs["score"]["explain"];
export type ScoredQuestionView = Outputs["score"]["ofQuestion"];
export type ScoreHistoryView = Outputs["score"]["history"];
export type UserScoreView = Outputs["score"]["ofUser"]["items"][number];
export type BoardView = Outputs["board"]["read"];
export type BoardRowView = BoardView["items"][number];
export type ReferenceView = BoardView["references"][number];
export type IntervalView = NonNullable<BoardRowView["ratingInterval"]>;
export type ComparisonView = Outputs["board"]["compare"];
export type TournamentView = Outputs["tournament"]["bySlug"];
export type TournamentTableView = Outputs["tournament"]["tables"][number];
export type CalibrationView = Outputs["calibration"]["read"];
export type RecordView = Outputs["board"]["record"];
