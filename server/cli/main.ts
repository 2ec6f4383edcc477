import { Command } from "commander";
import { importCommand } from "./commands/import.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { reportCommand } from "./commands/report.ts";
import { seedCommand } from "./commands/seed.ts";
import { serveCommand } from "./commands/serve.ts";
import { userCommand } from "./commands/user.ts";
import { reportFault } from "./report-fault.ts";

/** The `parley` command. */
const program = new Command("parley")
  .description("Parley: a forecasting market and prediction tracker.")
  .showHelpAfterError()
  .addCommand(serveCommand())
  .addCommand(migrateCommand())
  .addCommand(importCommand())
  .addCommand(reportCommand())
  .addCommand(seedCommand())
  .addCommand(userCommand());

program.parseAsync().catch(reportFault);
