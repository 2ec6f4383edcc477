import type { z } from "zod";
import { accountIdOf } from "#core/actor.ts";
import { escrowAccount, owedAccount, personAccount } from "#core/ledger/account-ids.ts";
import type { ServiceContext } from "#services/context.ts";
import type { balanceOutput } from "./output.ts";

/** What one can spend, what orders reserve, and what is owed; nothing for somebody not signed in. */
export async function balance(ctx: ServiceContext): Promise<z.input<typeof balanceOutput>> {
  const id = accountIdOf(ctx.actor);
  if (id === null) return { balanceMicros: 0n, reservedMicros: 0n, owedMicros: 0n };
  const rows = await ctx.db.ledgerAccount.findMany({
    where: { id: { in: [personAccount(id), escrowAccount(id), owedAccount(id)] } },
    select: { id: true, balanceMicros: true },
  });
  const of = (accountId: string) => rows.find((row) => row.id === accountId)?.balanceMicros ?? 0n;
  return {
    balanceMicros: of(personAccount(id)),
    reservedMicros: of(escrowAccount(id)),
    owedMicros: -of(owedAccount(id)),
  };
}
