import { Command, Option } from "commander";
import { DomainError } from "#core/errors.ts";
import { ROLES, type Role } from "#core/permissions.ts";
import { jobContext } from "#services/context.ts";
import { createUser } from "#services/user/create-user.ts";
import { createUserInput } from "#services/user/input.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { setUserRole } from "#services/user/set-user-role.ts";
import { withDatabase } from "../with-database.ts";

const roleOption = () => new Option("--role <role>", "what they may do").choices(ROLES).default("forecaster");

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password: ");
  for await (const chunk of process.stdin) return String(chunk).split(/\r?\n/)[0] ?? "";
  return "";
}

async function create(name: string, email: string, { role }: { role: Role }): Promise<void> {
  const parsed = createUserInput.safeParse({ name, email, role, password: await readPassword() });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DomainError("argument_must_be_in_domain", `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const user = await withDatabase(async () => createUser(await jobContext("command-line"), parsed.data));
  console.log(`Created ${user.name}, ${user.role}.`);
}

async function changeRole(name: string, { role }: { role: Role }): Promise<void> {
  await withDatabase(async (db) => {
    const { id: userId } = await loadPerson(db.prisma, name);
    await setUserRole(await jobContext("command-line"), { userId, role });
  });
  console.log(`${name} is now ${role}.`);
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
  const user = new Command("user").description("Create people and set their roles.");
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
  user.command("list").description("List the accounts.").action(list);
  return user;
}
