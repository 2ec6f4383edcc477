import type { NoticeKind } from "#core/notice/notice-kinds.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import { formatInstant } from "#core/time/format-instant.ts";
import type { Tx } from "#db/client.ts";
import { writeNotices } from "../notice/write-notices.ts";
import type { Answerable } from "./load-answerable.ts";
import { concerned, deciders } from "./people-told.ts";

type Told = Pick<Answerable, "id" | "slug" | "title" | "options" | "final">;

const recordOf = (slug: string) => `/questions/${slug}/resolution`;

/** Tells everybody concerned that an answer is proposed, and until when they may challenge it. */
export async function tellOfProposal(
  tx: Tx,
  question: Told,
  { outcome, challengeUntil, by, isAmended = false }: ProposalTold,
): Promise<void> {
  const label = outcomeLabel(outcome, question.options);
  const what = isAmended ? "Proposed answer amended to" : question.final ? "New answer proposed:" : "Answer proposed:";
  await writeNotices(tx, {
    kind: isAmended ? "resolution_amended" : "resolution_proposed",
    personIds: await concerned(tx, { questionId: question.id, except: by }),
    title: `${what} ${label}: ${question.title}`,
    body: `It may be challenged until ${formatInstant(challengeUntil.getTime(), "UTC")} UTC.`,
    href: recordOf(question.slug),
  });
}

interface ProposalTold {
  readonly outcome: string | null;
  readonly challengeUntil: Date;
  /** Who did it and need not be told; undefined for the engine. */
  readonly by?: string | undefined;
  readonly isAmended?: boolean;
}

/** Tells everybody concerned, and the admins, that somebody objects: to a proposal, or to an answer that stands. */
export async function tellOfChallenge(
  tx: Tx,
  question: Told,
  { reason, by, kind }: { reason: string; by: string; kind: "challenge" | "reopen" },
): Promise<void> {
  const told = kind === "challenge" ? await concerned(tx, { questionId: question.id, except: by }) : [];
  const title = kind === "challenge" ? "Answer challenged" : "Reopening asked for";
  await writeNotices(tx, {
    kind: kind === "challenge" ? "resolution_challenged" : "resolution_flagged",
    personIds: [...told, ...(await deciders(tx)).filter((id) => id !== by)],
    title: `${title}: ${question.title}`,
    body: reason,
    href: recordOf(question.slug),
  });
}

/** Tells everybody concerned that a proposal is gone: rejected, sent back, or withdrawn by the engine. */
export async function tellOfReturn(
  tx: Tx,
  question: Told,
  { title, note, by, kind = "resolution_rejected" }: ReturnTold,
): Promise<void> {
  await writeNotices(tx, {
    kind,
    personIds: await concerned(tx, { questionId: question.id, except: by }),
    title: `${title}: ${question.title}`,
    body: note,
    href: recordOf(question.slug),
  });
}

interface ReturnTold {
  readonly title: string;
  readonly note: string;
  readonly by?: string | undefined;
  readonly kind?: NoticeKind;
}

/** Tells one person what became of what they asked for. */
export function tellOne(
  tx: Tx,
  question: Pick<Told, "slug" | "title">,
  { personId, title, body }: { personId: string; title: string; body: string },
): Promise<void> {
  return writeNotices(tx, {
    kind: "suggestion_answered",
    personIds: [personId],
    title: `${title}: ${question.title}`,
    body,
    href: recordOf(question.slug),
  });
}
