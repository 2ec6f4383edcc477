import { DomainError, ensure } from "#core/errors.ts";
import { slugOf } from "#core/slug-of.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { isUniqueViolation, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { CreateTournamentInput } from "./input.ts";
import { joinQuestions } from "./join-questions.ts";

/** Makes a tournament of published questions. It may lie in the past: then its table is frozen as soon as all are answered. */
export async function createTournament(ctx: ServiceContext, input: CreateTournamentInput): Promise<{ slug: string }> {
  const { id: createdById } = authorizePerson(ctx, "create_tournament");
  const { title, summary, startsAt, endsAt, questions } = input;
  const slug = input.slug ?? slugOf(title);
  ensure(slug !== "", "slug_must_be_given", { of: "tournament", field: "slug" });
  ensure(startsAt < endsAt, "tournament_must_start_before_end", { field: "endsAt" });
  try {
    return await transact(ctx, async (tx) => {
      const tournament = await tx.tournament.create({
        data: { slug, title, summary, startsAt, endsAt, createdById },
        select: { id: true, endsAt: true },
      });
      await joinQuestions(tx, tournament, { joining: questions, addedById: createdById });
      await writeAudit(tx, ctx, {
        action: "create-tournament",
        subjectKind: "tournament",
        subjectId: tournament.id,
        details: { slug, questions },
      });
      return { slug };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("slug_must_be_free", { of: "tournament", field: "slug" });
  }
}
