import type { NoticeParams } from "#core/notice/notice.ts";
import type { Tx } from "#db/client.ts";
import { writeOwnNotices } from "#services/notice/write-notices.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";
import { namedOutcome } from "./named-outcome.ts";
import { peopleConcerned } from "./people-concerned.ts";

/** Peer scores of the people who can read of them, by the first run that a resolution led to. */
async function peerScores(tx: Tx, resolutionId: string): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; peer: number }[]>`
    SELECT s.forecaster_id AS id, s.peer FROM scores s JOIN users u ON u.id = s.forecaster_id
    WHERE u.password_hash IS NOT NULL AND s.run_id = (
      SELECT r.id FROM score_runs r WHERE r.resolution_id = ${resolutionId}::uuid ORDER BY r.number DESC LIMIT 1)`;
  return new Map(rows.map(({ id, peer }) => [id, peer]));
}

/** Notifies everybody concerned what the answer is, each with their own score; after a new answer also what it was before. */
export async function notifyOfAnswers(tx: Tx, { payload }: DomainEvent<"resolution.final">): Promise<void> {
  const { questionId, resolutionId, supersedesId } = payload;
  const { slug, title, options } = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    select: { slug: true, title: true, options: { select: { id: true, label: true } } },
  });
  const outcomeOf = async (id: string) => {
    const { outcome } = await tx.resolution.findUniqueOrThrow({ where: { id }, select: { outcome: true } });
    return namedOutcome(outcome, options);
  };
  const about = { question: { slug, title }, outcome: await outcomeOf(resolutionId) };
  const now = await peerScores(tx, resolutionId);
  const people = new Set([...(await peopleConcerned(tx, { questionId })), ...now.keys()]);
  const each = <P>(paramsOf: (id: string) => P) => new Map([...people].map((id) => [id, paramsOf(id)]));
  if (supersedesId === null) {
    const finals = each((id): NoticeParams["resolution_final"] => ({ ...about, peer: now.get(id) ?? null }));
    return writeOwnNotices(tx, "resolution_final", finals);
  }
  const [before, then] = [await outcomeOf(supersedesId), await peerScores(tx, supersedesId)];
  const changes = each((id): NoticeParams["resolution_superseded"] => {
    return { ...about, before, peer: now.get(id) ?? null, peerBefore: then.get(id) ?? null };
  });
  return writeOwnNotices(tx, "resolution_superseded", changes);
}
