import { procedure, router } from "#server/api/trpc.ts";
import { crowdHistory } from "#services/question/crowd-history.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { draftToRevise, listDrafts } from "#services/question/drafts.ts";
import { dryRun } from "#services/question/dry-run.ts";
import {
  crowdHistoryInput,
  draftQuestionInput,
  dryRunInput,
  evaluationInput,
  listQuestionsInput,
  questionIdInput,
  questionSlugInput,
  returnDraftInput,
  reviseDraftInput,
} from "#services/question/input.ts";
import { listQuestions } from "#services/question/list-questions.ts";
import {
  changedOutput,
  crowdHistoryOutput,
  draftedOutput,
  draftListOutput,
  draftOutput,
  dryRunOutput,
  publishedOutput,
  questionEvaluationOutput,
  questionListOutput,
  questionOutput,
} from "#services/question/output.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { questionBySlug } from "#services/question/question-by-slug.ts";
import { questionEvaluation } from "#services/question/question-evaluation.ts";
import { reviseDraft } from "#services/question/revise-draft.ts";
import { returnDraft, submitForReview } from "#services/question/submit-for-review.ts";

export const questionRouter = router({
  list: procedure
    .input(listQuestionsInput)
    .output(questionListOutput)
    .query(({ ctx, input }) => listQuestions(ctx, input)),
  bySlug: procedure
    .input(questionSlugInput)
    .output(questionOutput)
    .query(({ ctx, input }) => questionBySlug(ctx, input)),
  crowd: procedure
    .input(crowdHistoryInput)
    .output(crowdHistoryOutput)
    .query(({ ctx, input }) => crowdHistory(ctx, input)),
  evaluation: procedure
    .input(evaluationInput)
    .output(questionEvaluationOutput)
    .query(({ ctx, input }) => questionEvaluation(ctx, input)),
  drafts: procedure.output(draftListOutput).query(({ ctx }) => listDrafts(ctx)),
  draftToRevise: procedure
    .input(questionSlugInput)
    .output(draftOutput)
    .query(({ ctx, input }) => draftToRevise(ctx, input)),
  /** Changes nothing, but a rule is too long for an address, so it is sent in a body. */
  dryRun: procedure
    .input(dryRunInput)
    .output(dryRunOutput)
    .mutation(({ ctx, input }) => dryRun(ctx, input)),
  draft: procedure
    .input(draftQuestionInput)
    .output(draftedOutput)
    .mutation(({ ctx, input }) => draftQuestion(ctx, input)),
  revise: procedure
    .input(reviseDraftInput)
    .output(draftedOutput)
    .mutation(({ ctx, input }) => reviseDraft(ctx, input)),
  submit: procedure
    .input(questionIdInput)
    .output(changedOutput)
    .mutation(({ ctx, input }) => submitForReview(ctx, input)),
  returnDraft: procedure
    .input(returnDraftInput)
    .output(changedOutput)
    .mutation(({ ctx, input }) => returnDraft(ctx, input)),
  publish: procedure
    .input(questionIdInput)
    .output(publishedOutput)
    .mutation(({ ctx, input }) => publishQuestion(ctx, input)),
});
