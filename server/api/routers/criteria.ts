import { procedure, router } from "#server/api/trpc.ts";
import { changeCriteria } from "#services/question/change-criteria.ts";
import { clarifyQuestion } from "#services/question/clarify-question.ts";
import { changeCriteriaInput, clarifyQuestionInput } from "#services/question/criteria-change-input.ts";
import { criteriaChangedOutput, questionRecordOutput } from "#services/question/criteria-change-output.ts";
import { questionSlugInput } from "#services/question/input.ts";
import { changedOutput } from "#services/question/output.ts";
import { questionRecord } from "#services/question/question-record.ts";

export const criteriaRouter = router({
  change: procedure
    .input(changeCriteriaInput)
    .output(criteriaChangedOutput)
    .mutation(({ ctx, input }) => changeCriteria(ctx, input)),
  clarify: procedure
    .input(clarifyQuestionInput)
    .output(changedOutput)
    .mutation(({ ctx, input }) => clarifyQuestion(ctx, input)),
  record: procedure
    .input(questionSlugInput)
    .output(questionRecordOutput)
    .query(({ ctx, input }) => questionRecord(ctx, input)),
});
