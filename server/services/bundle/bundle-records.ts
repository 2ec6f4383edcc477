import { z } from "zod";
import { VOID_REASONS } from "#core/resolution/void-reasons.ts";
import { criteriaInput } from "../question/criteria-input.ts";
import { instantText } from "../safe-instant.ts";
import { safeText } from "../safe-text.ts";

/** The records of a bundle that scores are computed from. An absent member has the default that is written here. */

const CDF_POINTS = 201;
const id = () => z.string().min(1).max(200);
const value = () => z.union([z.number(), z.string().min(1).max(40)]);

const range = z.strictObject({
  min: value().describe("A number, or the instant of a date."),
  max: value(),
  zeroPoint: value().nullable().default(null).describe("Makes the scale logarithmic."),
  openLower: z.boolean(),
  openUpper: z.boolean(),
});

const resolution = z.strictObject({
  outcome: z
    .union([z.boolean(), z.number(), z.string().min(1).max(200), z.null()])
    .describe("true, false, an option, a number, an instant, below, above; null for a void."),
  knownAt: instantText(),
  effectiveAt: instantText().optional(),
  voidReason: z
    .string()
    .refine((code) => VOID_REASONS.some((reason) => reason.code === code), "No reason that Parley knows.")
    .optional(),
});

const criteria = z.strictObject({
  rule: criteriaInput.nullable().describe("The typed rule; null where a question was decided elsewhere."),
  sentence: safeText({ min: 0, max: 20_000 }).default(""),
  finePrint: safeText({ min: 0, max: 50_000 }).default(""),
  background: safeText({ min: 0, max: 50_000 }).default(""),
  deadlineAt: instantText().optional().describe("The end of the rule's window; the close when absent."),
});

export const bundleQuestion = z.strictObject({
  id: id(),
  type: z.enum(["binary", "multiple_choice", "numeric", "date"]),
  title: safeText({ max: 300 }),
  opensAt: instantText(),
  closesAt: instantText(),
  options: z
    .array(safeText({ max: 200 }))
    .max(200)
    .default([]),
  weight: z.number().min(0).max(1000).default(1),
  range: range.optional(),
  revealAt: instantText().optional().describe("When spot scores are taken; the close when absent."),
  topic: z.string().min(1).max(120).optional(),
  criteria: criteria.optional(),
  resolution: resolution.optional(),
});

export const bundleForecaster = z.strictObject({
  id: id(),
  name: safeText({ max: 80 }),
  isBot: z.boolean().default(false),
  inPool: z
    .boolean()
    .optional()
    .describe("Whether others are compared with them; people are and bots are not, unless told."),
});

export const bundleForecast = z.strictObject({
  questionId: id(),
  forecasterId: id(),
  madeAt: instantText(),
  endedAt: instantText().optional().describe("Set by a withdrawal; a later forecast ends this one in any case."),
  probability: z.number().optional().describe("P(yes)."),
  probabilities: z
    .array(z.number().nullable())
    .max(200)
    .optional()
    .describe("One an option, in their order; null for one that came later."),
  cdf: z.array(z.number()).length(CDF_POINTS).optional(),
});
