import { z } from "zod";
import { ROLES } from "#core/actor.ts";
import { procedure, router } from "#server/api/trpc.ts";
import { changePassword } from "#services/user/change-password.ts";
import { company, companyOutput } from "#services/user/company.ts";
import { createBot } from "#services/user/create-bot.ts";
import { createUser } from "#services/user/create-user.ts";
import { endSession, endSessions } from "#services/user/end-sessions.ts";
import {
  changePasswordInput,
  createBotInput,
  createUserInput,
  endSessionInput,
  endSessionsInput,
  listPeopleInput,
  retireBotInput,
  setUserRoleInput,
  signUpInput,
} from "#services/user/input.ts";
import {
  botsOutput,
  createdBotOutput,
  createdUserOutput,
  endedSessionsOutput,
  peopleOutput,
  sessionsOutput,
  signedUpOutput,
  viewerOutput,
} from "#services/user/output.ts";
import { listBots, listPeople, listSessions, viewer } from "#services/user/queries.ts";
import { retireBot } from "#services/user/retire-bot.ts";
import { setUserRole } from "#services/user/set-user-role.ts";
import { signUp } from "#services/user/sign-up.ts";

export const userRouter = router({
  viewer: procedure.output(viewerOutput).query(({ ctx }) => viewer(ctx)),
  company: procedure.output(companyOutput).query(({ ctx }) => company(ctx)),
  people: procedure
    .input(listPeopleInput)
    .output(peopleOutput)
    .query(({ ctx, input }) => listPeople(ctx, input)),
  signUp: procedure
    .input(signUpInput)
    .output(signedUpOutput)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  create: procedure
    .input(createUserInput)
    .output(createdUserOutput)
    .mutation(({ ctx, input }) => createUser(ctx, input)),
  setRole: procedure
    .input(setUserRoleInput)
    .output(z.object({ role: z.enum(ROLES) }))
    .mutation(({ ctx, input }) => setUserRole(ctx, input)),
  changePassword: procedure
    .input(changePasswordInput)
    .output(z.object({ changed: z.literal(true) }))
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  bots: procedure.output(botsOutput).query(({ ctx }) => listBots(ctx)),
  createBot: procedure
    .input(createBotInput)
    .output(createdBotOutput)
    .mutation(({ ctx, input }) => createBot(ctx, input)),
  retireBot: procedure
    .input(retireBotInput)
    .output(z.object({ botId: z.string() }))
    .mutation(({ ctx, input }) => retireBot(ctx, input)),
  sessions: procedure.output(sessionsOutput).query(({ ctx }) => listSessions(ctx)),
  endSession: procedure
    .input(endSessionInput)
    .output(endedSessionsOutput)
    .mutation(({ ctx, input }) => endSession(ctx, input)),
  endSessions: procedure
    .input(endSessionsInput)
    .output(endedSessionsOutput)
    .mutation(({ ctx }) => endSessions(ctx)),
});
