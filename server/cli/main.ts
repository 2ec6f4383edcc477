import { Command } from "commander";
import { scoreCommand } from "./commands/score.ts";
import { verifyCommand } from "./commands/verify.ts";
import { databaseCommands } from "./database-commands.ts";
import { reportFault } from "./report-fault.ts";

/** The `parley` command. */
async function parley(): Promise<void> {
  const program = new Command("parley")
    .description("Parley: a forecasting market and prediction tracker.")
    .showHelpAfterError()
    .addCommand(scoreCommand())
    .addCommand(verifyCommand());
  if (!["score", "verify"].includes(process.argv[2] ?? "")) {
    for (const command of await databaseCommands()) program.addCommand(command);
  }
  await program.parseAsync();
}

parley().catch(reportFault);
