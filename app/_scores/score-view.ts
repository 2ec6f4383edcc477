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
export type IntervalsView = Outputs["board"]["intervals"]["intervals"];
export type CalibrationView = Outputs["calibration"]["read"];
export type RecordView = Outputs["board"]["record"];
