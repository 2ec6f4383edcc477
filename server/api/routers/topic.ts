import { procedure, router } from "#server/api/trpc.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { bindScenarios, editTopic } from "#services/topic/edit-topic.ts";
import { bindScenariosInput, createTopicInput, editTopicInput, topicBySlugInput } from "#services/topic/input.ts";
import { topicKeyOutput, topicListOutput, topicOutput } from "#services/topic/output.ts";
import { listTopics, topicBySlug } from "#services/topic/queries.ts";

export const topicRouter = router({
  list: procedure.output(topicListOutput).query(({ ctx }) => listTopics(ctx)),
  bySlug: procedure
    .input(topicBySlugInput)
    .output(topicOutput)
    .query(({ ctx, input }) => topicBySlug(ctx, input)),
  create: procedure
    .input(createTopicInput)
    .output(topicKeyOutput)
    .mutation(({ ctx, input }) => createTopic(ctx, input)),
  edit: procedure
    .input(editTopicInput)
    .output(topicKeyOutput)
    .mutation(({ ctx, input }) => editTopic(ctx, input)),
  bindScenarios: procedure
    .input(bindScenariosInput)
    .output(topicKeyOutput)
    .mutation(({ ctx, input }) => bindScenarios(ctx, input)),
});
