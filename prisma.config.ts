import { defineConfig } from "prisma/config";

/** Read by the Prisma command line only; the application reads `server/env.ts`. */
export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
