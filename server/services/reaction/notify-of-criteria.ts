import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { CONSUMERS } from "#services/outbox/consumers.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";
import { forecastersOf } from "./people-concerned.ts";

type ChangeOfCriteria = DomainEvent<(typeof CONSUMERS)["notify-of-criteria"][number]>;

const ofQuestion = { question: { select: { slug: true, title: true } } } as const;

/** Notifies everybody who had forecast by then: of a new version of the criteria, or of a line on how they are read. */
export async function notifyOfCriteria(tx: Tx, { kind, payload }: ChangeOfCriteria): Promise<void> {
  const { questionId } = payload;
  if (kind === "question.clarified") {
    const { question, text, writtenAt } = await tx.clarification.findUniqueOrThrow({
      where: { id: payload.clarificationId },
      select: { ...ofQuestion, text: true, writtenAt: true },
    });
    const people = await forecastersOf(tx, { questionId, until: writtenAt });
    return writeNotices(tx, { kind: "question_clarified", params: { question, text } }, people);
  }
  const { question, reason, sentence, createdAt } = await tx.criteriaVersion.findUniqueOrThrow({
    where: { questionId_version: { questionId, version: payload.version } },
    select: { ...ofQuestion, reason: true, sentence: true, createdAt: true },
  });
  const params = { question, reason: reason ?? "", sentence };
  const people = await forecastersOf(tx, { questionId, until: createdAt });
  return writeNotices(tx, { kind: "criteria_changed", params }, people);
}
