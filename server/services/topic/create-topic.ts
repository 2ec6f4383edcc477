import { DomainError, ensure } from "#core/errors.ts";
import { slugOf } from "#core/slug-of.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { isUniqueViolation, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { CreateTopicInput } from "./input.ts";

/** Puts a story under watch. */
export async function createTopic(ctx: ServiceContext, input: CreateTopicInput): Promise<{ id: string; slug: string }> {
  const { id: createdById } = authorizePerson(ctx, "create_topic");
  const slug = input.slug ?? slugOf(input.title);
  ensure(slug !== "", "slug_must_be_given", { of: "topic", field: "slug" });
  try {
    return await transact(ctx, async (tx) => {
      const { title, summary, isFictional = false } = input;
      const { id } = await tx.topic.create({ data: { slug, title, summary, isFictional, createdById } });
      await writeAudit(tx, ctx, { action: "create-topic", subjectKind: "topic", subjectId: id, details: { slug } });
      return { id, slug };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("slug_must_be_free", { of: "topic", field: "slug" });
  }
}
