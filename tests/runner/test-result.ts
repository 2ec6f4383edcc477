/** What came of one kind of tests. */
export interface TestResult {
  readonly kind: string;
  readonly passed: number;
  /** Titles of what failed; a run that broke down without naming a test has one entry of its own. */
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
  readonly seconds: number;
}
