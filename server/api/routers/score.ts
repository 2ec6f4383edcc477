import { procedure, router } from "#server/api/trpc.ts";
import { explainScore } from "#services/score/explain-score.ts";
import { explainScoreInput, scoresOfQuestionInput, scoresOfUserInput } from "#services/score/input.ts";
import {
  explanationOutput,
  scoreHistoryOutput,
  scoresOfQuestionOutput,
  scoresOfUserOutput,
} from "#services/score/output.ts";
import { scoreHistory } from "#services/score/score-history.ts";
import { scoresOfQuestion } from "#services/score/scores-of-question.ts";
import { scoresOfUser } from "#services/score/scores-of-user.ts";

export const scoreRouter = router({
  ofQuestion: procedure
    .input(scoresOfQuestionInput)
    .output(scoresOfQuestionOutput)
    .query(({ ctx, input }) => scoresOfQuestion(ctx, input)),
  explain: procedure
    .input(explainScoreInput)
    .output(explanationOutput)
    .query(({ ctx, input }) => explainScore(ctx, input)),
  history: procedure
    .input(explainScoreInput)
    .output(scoreHistoryOutput)
    .query(({ ctx, input }) => scoreHistory(ctx, input)),
  ofUser: procedure
    .input(scoresOfUserInput)
    .output(scoresOfUserOutput)
    .query(({ ctx, input }) => scoresOfUser(ctx, input)),
});
