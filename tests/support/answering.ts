import { binary, DAY_MS, occurs } from "#seed/story.ts";
import type { ServiceContext } from "#services/context.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { publisher } from "./questions.ts";

interface Asked {
  /** The event's tag that decides it. */
  readonly tag: string;
  /** When its window ends; an hour from now unless told. */
  readonly closesAt?: number;
  readonly challengeWindowHours?: number;
}

/** A published question, open since ten days, that a visit to Oman with the tag decides; absence decides without a lag. */
export async function anAnswerableQuestion(
  moderator: ServiceContext,
  topicId: string,
  asked: Asked,
): Promise<{ id: string; slug: string }> {
  const opensAt = Date.now() - 10 * DAY_MS;
  const closesAt = asked.closesAt ?? Date.now() + 3_600_000;
  const match = { types: ["CONSULT"], places: { any: ["OMN"] }, tags: [asked.tag] };
  const { id } = await draftQuestion(moderator, {
    topicId,
    type: "binary",
    title: `Will there be a visit tagged ${asked.tag}?`,
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
    challengeWindowHours: asked.challengeWindowHours ?? 0,
    criteria: binary({ from: opensAt, until: closesAt, zone: "UTC", lagHours: 0 }, occurs(match)),
  });
  await submitForReview(moderator, { questionId: id });
  const { slug } = await publishQuestion(await publisher(moderator.db), { questionId: id }, { isHistorical: true });
  return { id, slug };
}
