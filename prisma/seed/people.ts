import { randomBytes } from "node:crypto";
import { publicOrigin } from "#server/env.ts";
import type { ServiceContext } from "#services/context.ts";
import { createUser } from "#services/user/create-user.ts";

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

/** The password of the three demonstration accounts where only this machine can reach them. */
export const LOCAL_PASSWORD = "demonstration";

export function isLocal(): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(publicOrigin()).hostname);
}

export const emailOf = (name: string) => `${name}@example.org`;

/** Who acts in the demonstration. */
export interface Cast {
  readonly admin: ServiceContext;
  readonly moderator: ServiceContext;
  readonly forecaster: ServiceContext;
  /** Ids of the simulated forecasters, in the order of their names. */
  readonly forecasters: readonly string[];
}

/** Creates the demonstration's accounts. Beyond localhost their password is random, and shown to nobody. */
export async function createCast(ctx: ServiceContext): Promise<Cast> {
  const password = isLocal() ? LOCAL_PASSWORD : randomBytes(24).toString("base64url");
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
