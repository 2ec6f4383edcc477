import { defineConfig } from "vitest/config";
import { times } from "./support/chance.ts";

const ofServices = {
  PARLEY_DATA_DIR: ".data/tests",
  LOG_LEVEL: "silent",
  NEXTAUTH_SECRET: "a secret that the tests alone go by",
};
/**
 * What takes longer than this hangs. Nothing is to fail because the machine has other work, so it is many times what a test takes
 * on a busy one.
 */
const HANGS_MS = times(1_200_000);

/** The service tests, once on each database that Parley runs on. */
function services(database: "embedded" | "postgres") {
  return {
    extends: true as const,
    test: {
      name: `services-${database}`,
      include: ["tests/services/**/*.test.ts", "tests/api/**/*.test.ts"],
      globalSetup: "tests/support/services-setup.ts",
      env: { ...ofServices, PARLEY_TEST_ON: database },
      testTimeout: HANGS_MS,
      hookTimeout: HANGS_MS,
    },
  };
}

/** Tests that start what they look at themselves, file after file unless told. */
function ofWhole(name: string, { fileParallelism = false } = {}) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      env: { LOG_LEVEL: "silent" },
      fileParallelism,
      testTimeout: HANGS_MS,
      hookTimeout: HANGS_MS,
    },
  };
}

/** One project per kind of test, so that `npm run check` can run the quick ones alone. */
export default defineConfig({
  test: {
    root: ".",
    maxWorkers: 2,
    setupFiles: ["tests/support/seeded-draws.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "core",
          env: { LOG_LEVEL: "silent" },
          testTimeout: HANGS_MS,
          include: [
            "tests/{core,files,http,messages,operations,tidy}/**/*.test.ts",
            "tests/{charts,components}/**/*.test.{ts,tsx}",
          ],
        },
      },
      services("embedded"),
      services("postgres"),
      {
        extends: true,
        test: {
          name: "races",
          include: ["tests/races/**/*.test.ts"],
          globalSetup: "tests/support/services-setup.ts",
          env: { ...ofServices, PARLEY_TEST_ON: "postgres" },
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
      // Each of these starts the databases it needs by itself.
      ofWhole("database"),
      // These look at the built product from outside. One that is killed has the machine to itself; stories in browsers mostly
      // wait for the minutes of their questions to pass, so two at a time take half as long.
      ofWhole("kill"),
      ofWhole("app", { fileParallelism: true }),
    ],
  },
});
