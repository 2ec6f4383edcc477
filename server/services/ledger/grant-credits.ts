import type { z } from "zod";
import { DomainError } from "#core/errors.ts";
import { HOUSE, owedAccount, personAccount } from "#core/ledger/account-ids.ts";
import { grantMoves } from "#core/ledger/grant-moves.ts";
import { lockAccounts } from "#db/locks.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { GrantCreditsInput } from "./input.ts";
import type { grantOutput } from "./output.ts";
import { postTransactions } from "./post-transactions.ts";

/** An admin gives somebody credits, and says why. What the person owes is paid first. */
export async function grantCredits(
  ctx: ServiceContext,
  input: GrantCreditsInput,
): Promise<z.input<typeof grantOutput>> {
  authorize(ctx, "grant_credits");
  const { userId, amountMicros, reason } = input;
  return transact(ctx, async (tx) => {
    const [person, owed] = [personAccount(userId), owedAccount(userId)];
    const before = await lockAccounts(tx, [HOUSE, person, owed]);
    if (!before.has(person)) throw new DomainError("subject_must_exist", { kind: "person", field: "userId" });
    const moves = grantMoves(userId, amountMicros, -(before.get(owed) ?? 0n));
    await postTransactions(tx, [{ kind: "grant", moves, note: reason }]);
    await writeAudit(tx, ctx, {
      action: "grant-credits",
      subjectKind: "user",
      subjectId: userId,
      details: { amountMicros: String(amountMicros), reason },
    });
    const { balanceMicros } = await tx.ledgerAccount.findUniqueOrThrow({ where: { id: person } });
    return { balanceMicros };
  });
}
