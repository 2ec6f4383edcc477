import { procedure, router } from "#server/api/trpc.ts";
import { effectsInTopic } from "#services/attribution/effects-in-topic.ts";
import { effectsOfEvent } from "#services/attribution/effects-of-event.ts";
import { effectsInTopicInput, effectsOfEventInput } from "#services/attribution/input.ts";
import { eventEffectsOutput, topicEffectsOutput } from "#services/attribution/output.ts";

export const attributionRouter = router({
  ofEvent: procedure
    .input(effectsOfEventInput)
    .output(eventEffectsOutput)
    .query(({ ctx, input }) => effectsOfEvent(ctx, input)),
  inTopic: procedure
    .input(effectsInTopicInput)
    .output(topicEffectsOutput)
    .query(({ ctx, input }) => effectsInTopic(ctx, input)),
});
