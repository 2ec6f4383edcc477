import { DomainError, ensure } from "#core/errors.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { AddTournamentQuestionsInput } from "./input.ts";
import { joinQuestions } from "./join-questions.ts";

/** Puts more questions into a tournament that is not over. None is ever taken out. */
export async function addTournamentQuestions(
  ctx: ServiceContext,
  { slug, questions }: AddTournamentQuestionsInput,
): Promise<{ slug: string }> {
  const { id: addedById } = authorizePerson(ctx, "add_tournament_questions");
  return transact(ctx, async (tx) => {
    const tournament = await tx.tournament.findUnique({ where: { slug }, select: { id: true, endsAt: true } });
    if (!tournament) throw new DomainError("subject_must_exist", { kind: "tournament", field: "slug" });
    await joinQuestions(tx, tournament, { joining: questions, addedById });
    const isRunning = (await databaseNow(tx)) < tournament.endsAt;
    ensure(isRunning, "tournament_must_be_running");
    await writeAudit(tx, ctx, {
      action: "add-tournament-questions",
      subjectKind: "tournament",
      subjectId: tournament.id,
      details: { questions },
    });
    return { slug };
  });
}
