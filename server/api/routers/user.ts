import { z } from "zod";
import { ROLES } from "#core/permissions.ts";
import { changePassword } from "#services/user/change-password.ts";
import { createUser, signUp } from "#services/user/create-user.ts";
import {
  changePasswordInput,
  createUserInput,
  listPeopleInput,
  setUserRoleInput,
  signUpInput,
} from "#services/user/input.ts";
import { createdUserOutput, peopleOutput, viewerOutput } from "#services/user/output.ts";
import { listPeople, viewer } from "#services/user/queries.ts";
import { setUserRole } from "#services/user/set-user-role.ts";
import { procedure, router } from "../trpc.ts";

export const userRouter = router({
  viewer: procedure.output(viewerOutput).query(({ ctx }) => viewer(ctx)),
  people: procedure
    .input(listPeopleInput)
    .output(peopleOutput)
    .query(({ ctx, input }) => listPeople(ctx, input)),
  signUp: procedure
    .input(signUpInput)
    .output(createdUserOutput)
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
});
