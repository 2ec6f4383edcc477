import { z } from "zod";
import { VOID_REASONS } from "#core/resolution/void-reasons.ts";
import { CDF_POINTS } from "#core/stated-cdf.ts";
import { criteriaInput } from "#services/question/criteria-input.ts";
import { instantText } from "#services/safe-instant.ts";
import { keptText } from "#services/safe-text.ts";

/** The records of a bundle that scores are computed from. An absent member has the default that is written here. */

const MAX_PROSE = 100_000;
const id = () => keptText({ max: 200 });
const value = () => z.union([z.number(), z.string().min(1).max(40)]);

const range = z.strictObject({
  min: value().describe("A number; of a date, a day or an instant."),
  max: value(),
  zeroPoint: value().nullable().default(null).describe("Makes the scale logarithmic."),
  openLower: z.boolean(),
  openUpper: z.boolean(),
  unit: keptText({ min: 0, max: 60 }).default("").describe("What a number counts."),
});

const answer = {
  outcome: z
    .union([z.boolean(), z.number(), keptText({ max: 200 }), z.null()])
    .describe("true, false, an option, a number, a day or an instant, below, above; null for a void."),
  knownAt: instantText(),
  effectiveAt: instantText().optional().describe("When it became true; when it was known, unless told."),
  voidReason: z
    .string()
    .refine((code) => VOID_REASONS.some((reason) => reason.code === code), "No reason that Parley knows.")
    .optional(),
  note: keptText({ min: 0, max: MAX_PROSE }).optional(),
  decidedAt: instantText().optional().describe("When it was made final; an import makes it final anew, unless told."),
  criteriaVersion: z.int().min(1).optional().describe("Which version of the criteria decided it."),
  evidence: z
    .array(z.strictObject({ event: id(), revision: z.int().min(1).optional() }))
    .max(1000)
    .optional()
    .describe("Events of the bundle that it rests on, each in one revision; the latest, unless told."),
  coverage: z.array(id()).max(1000).optional().describe("Statements of coverage that it rests on."),
};

const resolution = z.strictObject({
  ...answer,
  earlier: z
    .array(z.strictObject(answer))
    .max(1000)
    .default([])
    .describe("Answers that were final before this one took their place, the first one first."),
});

const criteriaVersion = {
  rule: criteriaInput.nullable().describe("The typed rule; null where a question was decided elsewhere."),
  sentence: keptText({ min: 0, max: 20_000 })
    .default("")
    .describe("The rule in English; with a rule, what is made from it."),
  finePrint: keptText({ min: 0, max: MAX_PROSE }).default(""),
  reason: keptText({ min: 0, max: 20_000 }).optional().describe("Why it took the place of the version before."),
  createdAt: instantText().optional().describe("When it was written; an import writes it anew, unless told."),
};

const criteria = z.strictObject({
  ...criteriaVersion,
  background: keptText({ min: 0, max: MAX_PROSE }).default(""),
  deadlineAt: instantText().optional().describe("The end of the rule's window; the close when absent."),
  earlier: z
    .array(z.strictObject(criteriaVersion))
    .max(1000)
    .default([])
    .describe("Versions before this one, the first one first."),
  clarifications: z
    .array(z.strictObject({ text: keptText({ max: 20_000 }), writtenAt: instantText().optional() }))
    .max(1000)
    .default([]),
});

export const bundleQuestion = z.strictObject({
  id: id(),
  type: z.enum(["binary", "multiple_choice", "numeric", "date"]),
  title: keptText({ max: 300 }),
  opensAt: instantText(),
  closesAt: instantText(),
  options: z
    .array(keptText({ max: 200 }))
    .max(200)
    .default([]),
  weight: z.number().min(0).max(1000).default(1),
  range: range.optional(),
  revealAt: instantText().optional().describe("When spot scores are taken; the close when absent."),
  topic: keptText({ max: 120 }).optional(),
  challengeWindowHours: z.number().min(0).max(336).optional(),
  criteria: criteria.optional(),
  resolution: resolution.optional(),
});

export const bundleForecaster = z.strictObject({
  id: id(),
  name: keptText({ max: 80 }),
  isBot: z.boolean().default(false),
  isSimulated: z.boolean().default(false).describe("No real person stands behind it."),
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
  cdf: z.array(z.number()).length(CDF_POINTS, `A CDF has ${CDF_POINTS} points.`).optional(),
});

export const bundleComment = z.strictObject({
  questionId: id(),
  forecasterId: id(),
  madeAt: instantText().describe("That of the forecast which it explains."),
  place: z
    .int()
    .min(0)
    .optional()
    .describe("Which of several forecasts at that instant, in their order; the last, unless told."),
  text: keptText({ max: MAX_PROSE }),
});
