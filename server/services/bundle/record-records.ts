import { z } from "zod";
import { ACTOR_ROLES, EVENT_PRECISIONS, RECORDED_STATUSES, SOURCE_TIERS } from "#core/event/event.ts";
import { actorCode } from "#services/event/input.ts";
import { matchInput } from "#services/question/criteria-input.ts";
import { instantText } from "#services/safe-instant.ts";
import { keptText, slug, sourceUrl } from "#services/safe-text.ts";

/** The records of a bundle that tell the story: topics, the log of events, coverage, and tournaments. */

const id = () => keptText({ max: 200 });
const nullable = (max: number) => keptText({ max }).nullable().default(null);

const signal = z.strictObject({
  name: keptText({ max: 80 }),
  note: keptText({ min: 0, max: 2000 }).default(""),
  match: matchInput,
  isRetired: z.boolean().default(false),
});

export const bundleTopic = z.strictObject({
  id: slug(),
  title: keptText({ max: 200 }),
  summary: keptText({ min: 0, max: 50_000 }),
  isFictional: z.boolean().default(false),
  scenarios: id().optional().describe("The multiple choice whose options are this story's scenarios."),
  signals: z.array(signal).max(500).default([]).describe("Patterns that its log is watched for, as they are now."),
});

const source = z.strictObject({
  url: sourceUrl(),
  publisher: keptText({ max: 120 }),
  title: keptText({ max: 300 }),
  publishedAt: instantText(),
  tier: z.enum(SOURCE_TIERS),
  independenceGroup: keptText({ max: 250 }).optional(),
  quote: nullable(5000),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language tag such as en, ar or fa.")
    .default("en"),
  archiveUrl: sourceUrl().nullable().default(null),
});

export const bundleActor = z.strictObject({
  code: actorCode(),
  name: keptText({ max: 120 }).describe("What an actor of events and rules is called, where no code list has it."),
});

const revision = {
  headline: keptText({ max: 240 }),
  description: keptText({ min: 0, max: 20_000 }).default(""),
  type: keptText({ max: 80 }),
  occurredFrom: instantText(),
  occurredUntil: instantText(),
  precision: z.enum(EVENT_PRECISIONS),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/, "A country's code of three letters: OMN.")
    .nullable()
    .default(null),
  placeName: nullable(120),
  tags: z.array(slug()).max(20).default([]),
  magnitude: z
    .strictObject({ value: z.number(), unit: keptText({ min: 0, max: 40 }) })
    .nullable()
    .default(null),
  actors: z
    .array(z.strictObject({ code: actorCode(), role: z.enum(ACTOR_ROLES) }))
    .max(40)
    .default([]),
  sources: z.array(source).min(1, "Cite at least one source.").max(1000),
  status: z.enum(RECORDED_STATUSES).default("reported"),
  reason: keptText({ min: 0, max: 20_000 }).optional().describe("Why it took the place of the revision before."),
  recordedAt: instantText().optional().describe("When this was recorded; an import records it anew, unless told."),
  mergedInto: z
    .strictObject({ event: id(), revision: z.int().min(1) })
    .optional()
    .describe("The duplicate that took this event in, and the duplicate's revision that did."),
};

export const bundleEvent = z.strictObject({
  id: id(),
  topic: slug(),
  ...revision,
  earlier: z
    .array(z.strictObject(revision))
    .max(1000)
    .default([])
    .describe("Revisions before this one, the first one first."),
});

export const bundleCoverage = z.strictObject({
  id: id().optional(),
  topic: slug(),
  types: z
    .array(keptText({ max: 80 }))
    .max(50)
    .default([]),
  actors: z.array(actorCode()).max(50).default([]),
  coversFrom: instantText(),
  coversUntil: instantText(),
  note: keptText({ min: 0, max: 2000 }).default(""),
  signedAt: instantText().optional().describe("When this was signed; an import signs it anew, unless told."),
  supersedes: id().optional().describe("The statement in whose place it was signed."),
});

export const bundleTournament = z.strictObject({
  id: slug(),
  title: keptText({ max: 200 }),
  summary: keptText({ min: 0, max: 50_000 }).default(""),
  startsAt: instantText(),
  endsAt: instantText(),
  questions: z
    .array(
      z.strictObject({
        questionId: id(),
        weight: z.number().min(0.01).max(10).default(1).describe("How much its scores count in the sums."),
      }),
    )
    .max(10_000),
});
