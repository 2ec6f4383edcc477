import { creditsText } from "#core/ledger/micros.ts";
import { tableRowText } from "#core/table/table-row-text.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { wholeStatement } from "./statement.ts";

const COLUMNS = ["time", "what", "note", "question", "account", "in", "out", "balance after"];

/** One's own statement as a table for a spreadsheet. Amounts have no sign, since a text that begins with one is defused as a formula. */
export async function statementCsv(ctx: ServiceContext): Promise<{ csv: string; fileName: string }> {
  const { name } = authorizePerson(ctx, "read_own_ledger");
  const rows: string[][] = [];
  for await (const { madeAt, label, note, question, account, amountMicros, balanceMicros } of wholeStatement(ctx)) {
    const isIn = amountMicros > 0n;
    const [amount, balance] = [unsigned(amountMicros), unsigned(balanceMicros)];
    const what = [madeAt.toISOString(), label, note, question?.title ?? "", account];
    rows.push([...what, isIn ? amount : "", isIn ? "" : amount, balance]);
  }
  const csv = [COLUMNS, ...rows].map((row) => `${tableRowText(row, ",")}\r\n`).join("");
  return { csv, fileName: `parley-statement-${name}.csv` };
}

const unsigned = (micros: bigint) => creditsText(micros).replace(/[-,]/g, "");
