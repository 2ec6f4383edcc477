/** `npm start` and, with --dev, `npm run dev`: everything from the installed packages to a served instance. */
import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { prepareClient, preparePages } from "./prepare.ts";

const isDev = process.argv.includes("--dev");
if (existsSync(".env")) loadEnvFile(".env");
Object.assign(process.env, { NODE_ENV: isDev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });

prepareClient();
if (!isDev) preparePages();
process.argv.splice(2, 0, "serve");
await import("../main.ts");
