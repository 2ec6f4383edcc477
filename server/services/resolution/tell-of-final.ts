import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { Tx } from "#db/client.ts";
import { writeOwnNotices } from "../notice/write-own-notices.ts";
import type { Answerable } from "./load-answerable.ts";
import { concerned } from "./people-told.ts";

/** Peer scores of the people who can read of them, by the run that a resolution led to. */
async function peerScores(tx: Tx, resolutionId: string): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; peer: number }[]>`
    SELECT s.forecaster_id AS id, s.peer FROM scores s JOIN users u ON u.id = s.forecaster_id
    WHERE u.password_hash IS NOT NULL AND s.run_id = (
      SELECT r.id FROM score_runs r WHERE r.resolution_id = ${resolutionId}::uuid ORDER BY r.number DESC LIMIT 1)`;
  return new Map(rows.map(({ id, peer }) => [id, peer]));
}

/** A score with its sign: +12.3, −4.0. */
function signed(score: number): string {
  const text = Math.abs(score).toFixed(1);
  return `${score < 0 && text !== "0.0" ? "−" : "+"}${text}`;
}

function ownWords(now: number | undefined, before: number | undefined, isVoid: boolean): string {
  if (isVoid)
    return before === undefined
      ? "Nobody gains or loses by it."
      : `Your Peer score of ${signed(before)} is taken back.`;
  if (now === undefined) return "None of your forecasts stood before the answer was known.";
  if (before === undefined) return `Your Peer score: ${signed(now)}.`;
  return `Your Peer score was ${signed(before)} and is ${signed(now)} now.`;
}

/**
 * Tells everybody concerned what the answer is, each with their own score; after a new answer also what the old one was
 * and what they had by it. In the transaction that makes the answer final, after the scores are written.
 */
export async function tellOfFinal(
  tx: Tx,
  question: Pick<Answerable, "id" | "slug" | "title" | "options">,
  { resolutionId, outcome, before }: FinalTold,
): Promise<void> {
  const now = await peerScores(tx, resolutionId);
  const then = before ? await peerScores(tx, before.resolutionId) : new Map<string, number>();
  const label = outcomeLabel(outcome, question.options);
  const was = before ? `Was ${outcomeLabel(before.outcome, question.options)}. ` : "";
  const people = new Set([...(await concerned(tx, { questionId: question.id })), ...now.keys()]);
  const bodies = new Map(
    [...people].map((id) => [id, `${was}${ownWords(now.get(id), then.get(id), outcome === null)}`] as const),
  );
  await writeOwnNotices(tx, {
    kind: before ? "resolution_superseded" : "resolution_final",
    title: before ? `Answer changed to ${label}: ${question.title}` : `Answered ${label}: ${question.title}`,
    href: before ? `/questions/${question.slug}/resolution` : `/questions/${question.slug}`,
    bodies,
  });
}

interface FinalTold {
  readonly resolutionId: string;
  readonly outcome: string | null;
  /** The answer that stood until now. */
  readonly before: { readonly resolutionId: string; readonly outcome: string | null } | null;
}
