import { procedure, router } from "#server/api/trpc.ts";
import { draftedOutput } from "#services/question/output.ts";
import { declineSuggestion, takeUpSuggestion } from "#services/suggestion/answer-suggestion.ts";
import {
  declineSuggestionInput,
  suggestionIdInput,
  suggestQuestionInput,
  takeUpSuggestionInput,
} from "#services/suggestion/input.ts";
import { suggestedOutput, suggestionListOutput, suggestionOutput } from "#services/suggestion/output.ts";
import { ownSuggestions, waitingSuggestion, waitingSuggestions } from "#services/suggestion/queries.ts";
import { suggestQuestion } from "#services/suggestion/suggest-question.ts";

export const suggestionRouter = router({
  suggest: procedure
    .input(suggestQuestionInput)
    .output(suggestedOutput)
    .mutation(({ ctx, input }) => suggestQuestion(ctx, input)),
  takeUp: procedure
    .input(takeUpSuggestionInput)
    .output(draftedOutput)
    .mutation(({ ctx, input }) => takeUpSuggestion(ctx, input)),
  decline: procedure
    .input(declineSuggestionInput)
    .output(suggestedOutput)
    .mutation(({ ctx, input }) => declineSuggestion(ctx, input)),
  waiting: procedure.output(suggestionListOutput).query(({ ctx }) => waitingSuggestions(ctx)),
  waitingOne: procedure
    .input(suggestionIdInput)
    .output(suggestionOutput)
    .query(({ ctx, input }) => waitingSuggestion(ctx, input)),
  own: procedure.output(suggestionListOutput).query(({ ctx }) => ownSuggestions(ctx)),
});
