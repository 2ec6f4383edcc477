import { procedure, router } from "#server/api/trpc.ts";
import { forecastsOfQuestion } from "#services/forecast/forecasts-of-question.ts";
import { forecastsOfUser } from "#services/forecast/forecasts-of-user.ts";
import {
  forecastsOfQuestionInput,
  forecastsOfUserInput,
  questionInput,
  submitForecastInput,
  withdrawForecastInput,
} from "#services/forecast/input.ts";
import { myForecasts } from "#services/forecast/my-forecasts.ts";
import {
  forecastsOfQuestionOutput,
  forecastsOfUserOutput,
  myForecastsOutput,
  ownForecastsOutput,
  receiptOutput,
  withdrawnOutput,
} from "#services/forecast/output.ts";
import { ownForecasts } from "#services/forecast/own-forecasts.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { withdrawForecast } from "#services/forecast/withdraw-forecast.ts";

export const forecastRouter = router({
  submit: procedure
    .input(submitForecastInput)
    .output(receiptOutput)
    .mutation(({ ctx, input }) => submitForecast(ctx, input)),
  withdraw: procedure
    .input(withdrawForecastInput)
    .output(withdrawnOutput)
    .mutation(({ ctx, input }) => withdrawForecast(ctx, input)),
  own: procedure
    .input(questionInput)
    .output(ownForecastsOutput)
    .query(({ ctx, input }) => ownForecasts(ctx, input)),
  ofQuestion: procedure
    .input(forecastsOfQuestionInput)
    .output(forecastsOfQuestionOutput)
    .query(({ ctx, input }) => forecastsOfQuestion(ctx, input)),
  ofUser: procedure
    .input(forecastsOfUserInput)
    .output(forecastsOfUserOutput)
    .query(({ ctx, input }) => forecastsOfUser(ctx, input)),
  mine: procedure.output(myForecastsOutput).query(({ ctx }) => myForecasts(ctx)),
});
