import { ensure } from "#core/errors.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { BindScenariosInput, EditTopicInput } from "./input.ts";
import { loadTopicLocked } from "./load-topic.ts";

/** Tells a topic's story anew. Its address stays. */
export async function editTopic(ctx: ServiceContext, input: EditTopicInput): Promise<{ id: string; slug: string }> {
  authorize(ctx, "edit_topic");
  return transact(ctx, async (tx) => {
    const { id, slug } = await loadTopicLocked(tx, input.topicId);
    const { title, summary } = input;
    await tx.topic.update({ where: { id }, data: { title, summary } });
    await writeAudit(tx, ctx, { action: "edit-topic", subjectKind: "topic", subjectId: id, details: { title } });
    return { id, slug };
  });
}

/** Makes the options of one multiple-choice question the scenarios of its topic, or unbinds them. */
export async function bindScenarios(
  ctx: ServiceContext,
  input: BindScenariosInput,
): Promise<{ id: string; slug: string }> {
  authorize(ctx, "edit_topic");
  return transact(ctx, async (tx) => {
    const { id, slug } = await loadTopicLocked(tx, input.topicId);
    const { questionId: scenarioQuestionId } = input;
    if (scenarioQuestionId) {
      const question = await tx.question.findUnique({
        where: { id: scenarioQuestionId },
        select: { topicId: true, type: true },
      });
      ensure(
        question?.topicId === id && question.type === "multiple_choice",
        "scenarios_must_be_options_of_a_topic_question",
        { field: "questionId" },
      );
    }
    await tx.topic.update({ where: { id }, data: { scenarioQuestionId } });
    const details = { questionId: scenarioQuestionId };
    await writeAudit(tx, ctx, { action: "bind-scenarios", subjectKind: "topic", subjectId: id, details });
    return { id, slug };
  });
}
