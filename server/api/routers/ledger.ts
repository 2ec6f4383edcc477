import { procedure, router } from "#server/api/trpc.ts";
import { balance } from "#services/ledger/balance.ts";
import { creditSettings, setCreditSettings } from "#services/ledger/credit-settings.ts";
import { grantCredits } from "#services/ledger/grant-credits.ts";
import { creditSettingsInput, grantCreditsInput, statementInput } from "#services/ledger/input.ts";
import {
  balanceOutput,
  creditSettingsOutput,
  grantOutput,
  statementCsvOutput,
  statementOutput,
} from "#services/ledger/output.ts";
import { statement } from "#services/ledger/statement.ts";
import { statementCsv } from "#services/ledger/statement-csv.ts";

export const ledgerRouter = router({
  balance: procedure.output(balanceOutput).query(({ ctx }) => balance(ctx)),
  statement: procedure
    .input(statementInput)
    .output(statementOutput)
    .query(({ ctx, input }) => statement(ctx, input)),
  statementCsv: procedure.output(statementCsvOutput).query(({ ctx }) => statementCsv(ctx)),
  grant: procedure
    .input(grantCreditsInput)
    .output(grantOutput)
    .mutation(({ ctx, input }) => grantCredits(ctx, input)),
  settings: procedure.output(creditSettingsOutput).query(({ ctx }) => creditSettings(ctx)),
  setSettings: procedure
    .input(creditSettingsInput)
    .output(creditSettingsOutput)
    .mutation(({ ctx, input }) => setCreditSettings(ctx, input)),
});
