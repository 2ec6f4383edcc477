import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { freeSlug } from "./free-slug.ts";
import type { DraftQuestionInput } from "./input.ts";
import { noteAuthor } from "./note-author.ts";
import { questionColumns } from "./question-columns.ts";
import { writeCriteriaVersion } from "./write-criteria-version.ts";

export interface DraftedQuestion {
  id: string;
  slug: string;
  /** In order, with the ids that answers and forecasts refer to. */
  options: { id: string; label: string }[];
}

/** Begins a question: its words, dates and options, and the first version of its criteria. Only reviewers see it. */
export async function draftQuestion(ctx: ServiceContext, input: DraftQuestionInput): Promise<DraftedQuestion> {
  const person = authorizePerson(ctx, "draft_question");
  return transact(ctx, (tx) => writeDraft(tx, ctx, input, person.id));
}

/** As `draftQuestion`, within another command's transaction, which has asked the permission. */
export async function writeDraft(
  tx: Tx,
  ctx: ServiceContext,
  input: DraftQuestionInput,
  createdById: string,
): Promise<DraftedQuestion> {
  const columns = questionColumns(input.type, input);
  const { topicId, type, options = [], criteria, finePrint = "" } = input;
  await loadTopic(tx, topicId);
  const slug = await freeSlug(tx, input.title, input.slug);
  const question = await tx.question.create({
    data: {
      ...columns,
      slug,
      topicId,
      type,
      createdById,
      options: { create: options.map((label, position) => ({ label, position })) },
    },
    select: { id: true, slug: true, options: { select: { id: true, label: true }, orderBy: { position: "asc" } } },
  });
  await noteAuthor(tx, question.id, createdById);
  await writeCriteriaVersion(tx, {
    questionId: question.id,
    version: 1,
    criteria,
    options: question.options,
    finePrint,
    reason: null,
    createdById,
  });
  const details = { slug };
  await writeAudit(tx, ctx, { action: "draft-question", subjectKind: "question", subjectId: question.id, details });
  return question;
}
