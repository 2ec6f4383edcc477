/** `npm run parley -- …`: the command line, with its database client made first when needed. */
import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { prepareClient } from "./prepare.ts";

if (existsSync(".env")) loadEnvFile(".env");
prepareClient();
await import("../main.ts");
