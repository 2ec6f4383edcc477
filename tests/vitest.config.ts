import { defineConfig } from "vitest/config";

/** One project per kind of test, so that `npm run check` can run the quick ones alone. */
export default defineConfig({
  test: {
    root: ".",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "core", include: ["tests/core/**/*.test.ts", "tests/tidy/**/*.test.ts"] } },
    ],
  },
});
