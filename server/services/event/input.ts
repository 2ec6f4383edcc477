import { z } from "zod";
import { ACTOR_ROLES, EVENT_PRECISIONS, RECORDED_STATUSES, SOURCE_TIERS } from "#core/event/event.ts";
import { instant } from "#services/safe-instant.ts";
import { ordinal, quantity } from "#services/safe-number.ts";
import { listCursor, safeText, slug, sourceUrl, uuid } from "#services/safe-text.ts";

export const actorCode = () =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{3}){1,5}$/, "A code of three letters, or several such pieces: IRN, IRNGOV.");

/** A type of event, or the beginning of one. */
export const eventType = () => safeText({ min: 0, max: 80 });
const optionalText = (max: number) => safeText({ min: 0, max }).transform((text) => text || null);

const actor = z.strictObject({
  code: actorCode(),
  role: z.enum(ACTOR_ROLES),
  /** What the actor is called, when the code is new to the log. */
  name: safeText({ max: 120 }).optional(),
});

const source = z.strictObject({
  url: sourceUrl(),
  publisher: safeText({ max: 120 }),
  title: safeText({ max: 300 }),
  publishedAt: instant(),
  tier: z.enum(SOURCE_TIERS),
  /** Sources of one origin share it and count once; suggested from publisher and quote when left out. */
  independenceGroup: safeText({ max: 80 }).optional(),
  quote: optionalText(5000).nullable().default(null),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language tag such as en, ar or fa.")
    .default("en"),
  archiveUrl: sourceUrl().nullable().default(null),
});

const statement = {
  headline: safeText({ max: 240 }),
  description: safeText({ min: 0, max: 20_000 }).default(""),
  type: eventType(),
  occurredFrom: instant(),
  occurredUntil: instant(),
  precision: z.enum(EVENT_PRECISIONS),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/, "A country's code of three letters: OMN.")
    .nullable()
    .default(null),
  placeName: optionalText(120).nullable().default(null),
  tags: z.array(slug()).max(20).default([]),
  magnitude: z
    .strictObject({ value: quantity(), unit: safeText({ max: 40 }) })
    .nullable()
    .default(null),
  actors: z.array(actor).max(40).default([]),
  sources: z.array(source).min(1, "Cite at least one source.").max(60),
};

/** What is stated of an event. Commands read it again, so that a seed or an import may leave out what has a default. */
export const eventStatement = z.object(statement);
export const logEventInput = z.strictObject({ topicId: uuid(), ...statement });
export const reviseEventInput = z.strictObject({
  eventId: uuid(),
  /** The number of the revision that the writer saw: refused when another has come since. */
  basedOn: ordinal().optional(),
  reason: safeText({ max: 2000 }),
  ...statement,
});
export const setEventStatusInput = z.strictObject({
  eventId: uuid(),
  status: z.enum(RECORDED_STATUSES),
  reason: safeText({ max: 2000 }),
});
/** Two events of the log that are one: the first is merged into the second, which keeps what it states. */
export const mergeEventsInput = z.strictObject({ eventId: uuid(), intoId: uuid(), reason: safeText({ max: 2000 }) });
export const unmergeEventInput = z.strictObject({ eventId: uuid(), reason: safeText({ max: 2000 }) });
export const topicLogInput = z.strictObject({ topicId: uuid() });
export const listEventsInput = z.strictObject({
  topicId: uuid().optional(),
  type: eventType().optional(),
  actor: actorCode().optional(),
  text: safeText({ min: 0, max: 200 }).optional(),
  asOf: instant().optional(),
  cursor: listCursor("events"),
  limit: z.int().min(1).max(100).default(50),
});
export const eventByIdInput = z.strictObject({ eventId: uuid(), asOf: instant().optional() });
export const eventDuplicatesInput = z.strictObject({
  topicId: uuid(),
  /** The event that is being revised, which is no duplicate of itself. */
  eventId: uuid().optional(),
  headline: safeText({ min: 0, max: 300 }).default(""),
  type: eventType(),
  occurredFrom: instant(),
  occurredUntil: instant(),
  country: statement.country,
  placeName: statement.placeName,
  actors: z.array(z.strictObject({ code: actorCode(), role: z.enum(ACTOR_ROLES) })).max(40),
  urls: z
    .array(safeText({ min: 0, max: 2000 }))
    .max(60)
    .default([]),
});

export type LogEventInput = z.input<typeof logEventInput>;
export type ReviseEventInput = z.input<typeof reviseEventInput>;
export type SetEventStatusInput = z.infer<typeof setEventStatusInput>;
export type MergeEventsInput = z.infer<typeof mergeEventsInput>;
export type UnmergeEventInput = z.infer<typeof unmergeEventInput>;
export type ListEventsInput = z.infer<typeof listEventsInput>;
export type EventByIdInput = z.infer<typeof eventByIdInput>;
export type EventDuplicatesInput = z.infer<typeof eventDuplicatesInput>;
export type EventStatement = z.output<typeof eventStatement>;
