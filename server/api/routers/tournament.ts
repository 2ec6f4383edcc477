import { procedure, router } from "#server/api/trpc.ts";
import { addTournamentQuestions } from "#services/tournament/add-tournament-questions.ts";
import { createTournament } from "#services/tournament/create-tournament.ts";
import {
  addTournamentQuestionsInput,
  createTournamentInput,
  tournamentBySlugInput,
} from "#services/tournament/input.ts";
import {
  tournamentKeyOutput,
  tournamentListOutput,
  tournamentOutput,
  tournamentTablesOutput,
} from "#services/tournament/output.ts";
import { listTournaments, tablesOfTournament, tournamentBySlug } from "#services/tournament/queries.ts";

export const tournamentRouter = router({
  list: procedure.output(tournamentListOutput).query(({ ctx }) => listTournaments(ctx)),
  bySlug: procedure
    .input(tournamentBySlugInput)
    .output(tournamentOutput)
    .query(({ ctx, input }) => tournamentBySlug(ctx, input)),
  tables: procedure
    .input(tournamentBySlugInput)
    .output(tournamentTablesOutput)
    .query(({ ctx, input }) => tablesOfTournament(ctx, input)),
  create: procedure
    .input(createTournamentInput)
    .output(tournamentKeyOutput)
    .mutation(({ ctx, input }) => createTournament(ctx, input)),
  addQuestions: procedure
    .input(addTournamentQuestionsInput)
    .output(tournamentKeyOutput)
    .mutation(({ ctx, input }) => addTournamentQuestions(ctx, input)),
});
