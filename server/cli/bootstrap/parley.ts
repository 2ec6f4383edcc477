/** `npm run parley -- …`: the command line, with its database client made first when needed. */
import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { prepareClient } from "./prepare.ts";

if (existsSync(".env")) loadEnvFile(".env");
// Scoring a file is done without the database.
if (process.argv[2] !== "score") prepareClient();
await import("../main.ts");
