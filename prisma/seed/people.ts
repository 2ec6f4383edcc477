import { isServedLocally } from "#server/reach.ts";
import type { ServiceContext } from "#services/context.ts";
import { createUser } from "#services/user/create-user.ts";
import { LOCAL_PASSWORD, unknownPassword } from "./local-passwords.ts";

/** Nobody real stands behind these accounts; every page that shows one says "simulated". */
const STAFF = [
  { name: "demo-admin", role: "admin" },
  { name: "demo-moderator", role: "moderator" },
  { name: "demo-forecaster", role: "forecaster" },
] as const;

export const SIMULATED_FORECASTERS = [
  "sim-albatross",
  "sim-bittern",
  "sim-curlew",
  "sim-dunlin",
  "sim-egret",
  "sim-fulmar",
  "sim-gannet",
  "sim-heron",
  "sim-ibis",
  "sim-jackdaw",
  "sim-kestrel",
  "sim-lapwing",
  "sim-merlin",
  "sim-nightjar",
  "sim-osprey",
  "sim-petrel",
] as const;

export const emailOf = (name: string) => `${name}@example.org`;

/** Who acts in the demonstration. */
export interface Cast {
  readonly admin: ServiceContext;
  readonly moderator: ServiceContext;
  readonly forecaster: ServiceContext;
  /** Ids of the simulated forecasters, in the order of their names. */
  readonly forecasters: readonly string[];
}

/** Creates the demonstration's accounts. Where others can reach them, their password is random, and shown to nobody. */
export async function createCast(ctx: ServiceContext): Promise<Cast> {
  const password = isServedLocally() ? LOCAL_PASSWORD : unknownPassword();
  const acting: Record<string, ServiceContext> = {};
  for (const { name, role } of STAFF) {
    const { id } = await createUser(ctx, { name, email: emailOf(name), password, role });
    acting[name] = { ...ctx, actor: { kind: "user", id, name, role } };
  }
  await ctx.db.user.createMany({ data: SIMULATED_FORECASTERS.map((name) => ({ name, nameKey: name })) });
  await ctx.db.user.updateMany({
    where: { nameKey: { in: [...SIMULATED_FORECASTERS, ...STAFF.map(({ name }) => name)] } },
    data: { isSimulated: true },
  });
  const rows = await ctx.db.user.findMany({
    where: { nameKey: { in: [...SIMULATED_FORECASTERS] } },
    orderBy: { nameKey: "asc" },
    select: { id: true },
  });
  const [admin, moderator] = [acting["demo-admin"] ?? ctx, acting["demo-moderator"] ?? ctx];
  const forecaster = acting["demo-forecaster"] ?? ctx;
  return { admin, moderator, forecaster, forecasters: rows.map(({ id }) => id) };
}
