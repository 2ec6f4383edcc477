import { Command, Option } from "commander";
import type { z } from "zod";
import { ROLES, type Role } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { withDatabase } from "#server/cli/with-database.ts";
import { jobContext } from "#services/context.ts";
import { createUser } from "#services/user/create-user.ts";
import { createUserInput, setPasswordInput } from "#services/user/input.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { setPassword } from "#services/user/set-password.ts";
import { setUserRole } from "#services/user/set-user-role.ts";

const roleOption = () => new Option("--role <role>", "what they may do").choices(ROLES).default("forecaster");

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password: ");
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.split(/\r?\n/)[0] ?? "";
}

/** What was given, or the first thing that is wrong with it. */
function parsed<T>(input: z.ZodType<T>, given: unknown): T {
  const result = input.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DomainError("input_must_be_valid", { path: issue?.path.join(".") ?? "", issue: issue?.message ?? "" });
}

async function create(name: string, email: string, { role }: { role: Role }): Promise<void> {
  const input = parsed(createUserInput, { name, email, role, password: await readPassword() });
  const user = await withDatabase(async () => createUser(await jobContext("command-line"), input));
  console.log(`Created ${user.name}, ${user.role}.`);
}

async function changeRole(name: string, { role }: { role: Role }): Promise<void> {
  await withDatabase(async (db) => {
    const { id: userId } = await loadPerson(db.prisma, name);
    await setUserRole(await jobContext("command-line"), { userId, role });
  });
  console.log(`${name} is now ${role}.`);
}

async function changePassword(name: string): Promise<void> {
  const input = parsed(setPasswordInput, { name, newPassword: await readPassword() });
  const person = await withDatabase(async () => setPassword(await jobContext("command-line"), input));
  console.log(`${person.name} has a new password, and is signed out everywhere.`);
}

async function list(): Promise<void> {
  const rows = await withDatabase((db) =>
    db.prisma.user.findMany({
      where: { email: { not: null } },
      orderBy: { createdAt: "asc" },
      select: { name: true, email: true, role: true },
    }),
  );
  for (const row of rows) console.log(`${row.role}\t${row.name}\t${row.email}`);
}

export function userCommand(): Command {
  const user = new Command("user").description("Create people, set their roles and passwords.");
  user
    .command("create")
    .description("Create an account; the password is read from standard input.")
    .argument("<name>")
    .argument("<email>")
    .addOption(roleOption())
    .action(create);
  user
    .command("role")
    .description("Set somebody's role.")
    .argument("<name>")
    .addOption(roleOption().makeOptionMandatory())
    .action(changeRole);
  user
    .command("password")
    .description("Give somebody a new password, read from standard input; ends their sessions.")
    .argument("<name>")
    .action(changePassword);
  user.command("list").description("List the accounts.").action(list);
  return user;
}
