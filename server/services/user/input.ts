import { z } from "zod";
import { ROLES } from "#core/actor.ts";
import { nameFault } from "#core/text/name-fault.ts";
import { listCursor, unless, uuid } from "#services/safe-text.ts";

const NOT_AN_ADDRESS = "Give an e-mail address like name@example.org.";

/**
 * Brought into its one form before it is looked at, so that two spellings of an address are one account. Then one ASCII @, and
 * no quotes, commas, spaces or control characters: nothing that a mail program could read as two addresses, or as a header.
 */
const email = z
  .string()
  .max(1000, NOT_AN_ADDRESS)
  .trim()
  .transform((text) => text.normalize("NFKC").toLowerCase())
  .pipe(z.email(NOT_AN_ADDRESS).max(254, NOT_AN_ADDRESS));

const name = z
  .string()
  .trim()
  .normalize("NFC")
  .min(2, "At least 2 characters.")
  .max(40, "At most 40 characters.")
  .superRefine(unless(nameFault));

const newPassword = z.string().min(10, "At least 10 characters.").max(200, "At most 200 characters.");

export const createBotInput = z.strictObject({ name });
export const retireBotInput = z.strictObject({ botId: uuid() });
export const listPeopleInput = z.strictObject({ cursor: listCursor("people") });
export const signUpInput = z.strictObject({ name, email, password: newPassword });
export const createUserInput = z.strictObject({ name, email, password: newPassword, role: z.enum(ROLES) });
export const changePasswordInput = z.strictObject({ currentPassword: z.string().max(200), newPassword });
export const setPasswordInput = z.strictObject({ name: z.string().min(1).max(200), newPassword });
export const endSessionInput = z.strictObject({ sessionId: uuid() });
export const endSessionsInput = z.strictObject({});
export const setUserRoleInput = z.strictObject({ userId: uuid(), role: z.enum(ROLES) });
export const credentialsInput = z.strictObject({ email, password: z.string().max(200) });

export type CreateBotInput = z.infer<typeof createBotInput>;
export type RetireBotInput = z.infer<typeof retireBotInput>;
export type SignUpInput = z.infer<typeof signUpInput>;
export type CreateUserInput = z.infer<typeof createUserInput>;
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
export type SetPasswordInput = z.infer<typeof setPasswordInput>;
export type EndSessionInput = z.infer<typeof endSessionInput>;
export type SetUserRoleInput = z.infer<typeof setUserRoleInput>;
export type CredentialsInput = z.infer<typeof credentialsInput>;
