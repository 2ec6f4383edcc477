import { z } from "zod";
import { ACTOR_ROLES, EVENT_PRECISIONS, RECORDED_STATUSES, SOURCE_TIERS } from "#core/event/event.ts";
import { actorCode } from "../event/input.ts";
import { instantText } from "../safe-instant.ts";
import { safeText, slug, sourceUrl } from "../safe-text.ts";

/** The records of a bundle that tell the story: topics, the log of events, coverage, and what people wrote. */

const nullable = (max: number) => safeText({ max }).nullable().default(null);

export const bundleTopic = z.strictObject({
  id: slug(),
  title: safeText({ max: 200 }),
  summary: safeText({ min: 0, max: 50_000 }),
  isFictional: z.boolean().default(false),
});

const source = z.strictObject({
  url: sourceUrl(),
  publisher: safeText({ max: 120 }),
  title: safeText({ max: 300 }),
  publishedAt: instantText(),
  tier: z.enum(SOURCE_TIERS),
  independenceGroup: safeText({ max: 80 }).optional(),
  quote: nullable(5000),
  language: z.string().max(40).default("en"),
  archiveUrl: sourceUrl().nullable().default(null),
});

export const bundleEvent = z.strictObject({
  id: z.string().min(1).max(200),
  topic: slug(),
  headline: safeText({ max: 240 }),
  description: safeText({ min: 0, max: 20_000 }).default(""),
  type: z.string().min(1).max(80),
  occurredFrom: instantText(),
  occurredUntil: instantText(),
  precision: z.enum(EVENT_PRECISIONS),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  placeName: nullable(120),
  tags: z.array(slug()).max(20).default([]),
  magnitude: z
    .strictObject({ value: z.number(), unit: safeText({ min: 0, max: 40 }) })
    .nullable()
    .default(null),
  actors: z
    .array(z.strictObject({ code: actorCode(), role: z.enum(ACTOR_ROLES) }))
    .max(40)
    .default([]),
  sources: z.array(source).min(1).max(60),
  status: z.enum(RECORDED_STATUSES).default("reported"),
  recordedAt: instantText().optional().describe("When this was recorded; an import records it anew."),
});

export const bundleCoverage = z.strictObject({
  topic: slug(),
  types: z.array(z.string().min(1).max(80)).max(50).default([]),
  actors: z.array(actorCode()).max(50).default([]),
  coversFrom: instantText(),
  coversUntil: instantText(),
  note: safeText({ min: 0, max: 2000 }).default(""),
  signedAt: instantText().optional().describe("When this was signed; an import signs it anew."),
});

export const bundleComment = z.strictObject({
  questionId: z.string().min(1).max(200),
  forecasterId: z.string().min(1).max(200),
  madeAt: instantText().describe("That of the forecast which it explains."),
  text: safeText({ max: 50_000 }),
});
