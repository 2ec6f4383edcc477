/** `npm start` and, with --dev, `npm run dev`: everything from the installed packages to a served instance. */
import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { reportFault } from "../report-fault.ts";
import { prepareClient, preparePages } from "./prepare.ts";

/** Wrong settings are found before a build that takes minutes. */
async function settingsAreRight(): Promise<boolean> {
  try {
    const { ensureReachIsMeant } = await import("#server/reach.ts");
    ensureReachIsMeant();
    return true;
  } catch (error) {
    reportFault(error);
    return false;
  }
}

const isDev = process.argv.includes("--dev");
if (existsSync(".env")) loadEnvFile(".env");
Object.assign(process.env, { NODE_ENV: isDev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });

if (await settingsAreRight()) {
  prepareClient();
  if (!isDev) preparePages();
  process.argv.splice(2, 0, "serve");
  await import("../main.ts");
} else {
  process.exit();
}
