import { expect } from "vitest";
import type { RuleCode } from "#core/errors.ts";

/** Matches the error of a rule: its code, and the values that are named, whatever others it carries. */
export const brokenRule = (code: RuleCode, values: Readonly<Record<string, unknown>> = {}) =>
  expect.objectContaining({ code, values: expect.objectContaining(values) });
