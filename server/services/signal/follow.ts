import { accountIdOf } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import type { FollowInput } from "./input.ts";

/** Begins or ends that a person is told of a topic's events, or of those that fit a signal. Twice is once. */
export async function follow(ctx: ServiceContext, input: FollowInput): Promise<{ isFollowed: boolean }> {
  const { id: personId } = authorizePerson(ctx, "follow");
  const { kind, id, isFollowed } = input;
  const subject = kind === "topic" ? { topicId: id } : { signalId: id };
  return transact(ctx, async (tx) => {
    const found = await (kind === "topic"
      ? tx.topic.findUnique({ where: { id }, select: { id: true } })
      : tx.signal.findUnique({ where: { id }, select: { id: true } }));
    if (!found) throw new DomainError("subject_must_exist", { kind, field: "id" });
    if (isFollowed) await tx.follow.createMany({ data: [{ personId, ...subject }], skipDuplicates: true });
    else await tx.follow.deleteMany({ where: { personId, ...subject } });
    return { isFollowed };
  });
}

/** Whether the reader is told of every new event of a topic. */
export async function followsTopic(ctx: ServiceContext, { topicId }: { topicId: string }): Promise<boolean> {
  const personId = accountIdOf(ctx.actor);
  if (personId === null) return false;
  const row = await ctx.db.follow.findUnique({
    where: { personId_topicId: { personId, topicId } },
    select: { id: true },
  });
  return row !== null;
}
