import { z } from "zod";
import { ROLES } from "#core/permissions.ts";
import { safeText, uuid } from "../safe-text.ts";

/** One ASCII @ after normalisation, no quotes, commas or spaces: nothing a mail program could read as two addresses. */
const email = z
  .string()
  .trim()
  .transform((text) => text.normalize("NFKC").toLowerCase())
  .pipe(z.email("Give an e-mail address like name@example.org.").max(254));

const name = safeText({ min: 2, max: 40 }).regex(
  /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u,
  "Letters, digits, dots, hyphens and underscores; start with a letter or digit.",
);

const newPassword = z.string().min(10, "At least 10 characters.").max(200, "At most 200 characters.");

export const signUpInput = z.strictObject({ name, email, password: newPassword });
export const createUserInput = z.strictObject({ name, email, password: newPassword, role: z.enum(ROLES) });
export const changePasswordInput = z.strictObject({ currentPassword: z.string().max(200), newPassword });
export const setUserRoleInput = z.strictObject({ userId: uuid(), role: z.enum(ROLES) });
export const credentialsInput = z.strictObject({ email, password: z.string().max(200) });

export type SignUpInput = z.infer<typeof signUpInput>;
export type CreateUserInput = z.infer<typeof createUserInput>;
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
export type SetUserRoleInput = z.infer<typeof setUserRoleInput>;
export type CredentialsInput = z.infer<typeof credentialsInput>;
