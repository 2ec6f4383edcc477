import { z } from "zod";
import { ACTOR_ROLES, EVENT_PRECISIONS, RECORDED_STATUSES, SOURCE_TIERS } from "#core/event/event.ts";

const precision = z.enum(EVENT_PRECISIONS);
const status = z.enum(["reported", "corroborated", "disputed", "retracted"]);
const actor = z.object({ code: z.string(), name: z.string(), role: z.enum(ACTOR_ROLES) });
const topic = z.object({ id: z.string(), slug: z.string(), title: z.string(), isFictional: z.boolean() });
const question = z.object({ id: z.string(), slug: z.string(), title: z.string() });

const duplicate = z.object({ id: z.string(), headline: z.string() });

export const eventListItem = z.object({
  id: z.string(),
  number: z.number(),
  headline: z.string(),
  type: z.string(),
  occurredFrom: z.date(),
  occurredUntil: z.date(),
  precision,
  country: z.string().nullable(),
  placeName: z.string().nullable(),
  status,
  recordedAt: z.date(),
  /** The duplicate that stands for it since they were merged. */
  mergedIntoId: z.string().nullable(),
  topic,
  actors: z.array(actor),
  sources: z.array(
    z.object({
      publisher: z.string(),
      url: z.string(),
      tier: z.enum(SOURCE_TIERS),
      independenceGroup: z.string(),
    }),
  ),
  /** How many independent origins its sources have. */
  sourceGroups: z.number(),
});
export const eventListOutput = z.object({ items: z.array(eventListItem), nextCursor: z.string().nullable() });

const revision = z.object({
  id: z.string(),
  number: z.number(),
  headline: z.string(),
  description: z.string(),
  type: z.string(),
  occurredFrom: z.date(),
  occurredUntil: z.date(),
  precision,
  country: z.string().nullable(),
  placeName: z.string().nullable(),
  tags: z.array(z.string()),
  magnitude: z.object({ value: z.number(), unit: z.string() }).nullable(),
  recordedStatus: z.enum(RECORDED_STATUSES),
  status,
  reason: z.string().nullable(),
  recordedAt: z.date(),
  recordedByName: z.string(),
  actors: z.array(actor),
  sources: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      publisher: z.string(),
      title: z.string(),
      publishedAt: z.date(),
      tier: z.enum(SOURCE_TIERS),
      independenceGroup: z.string(),
      quote: z.string().nullable(),
      language: z.string(),
      archiveUrl: z.string().nullable(),
    }),
  ),
});

export const eventOutput = z.object({
  id: z.string(),
  topic,
  /** Newest first; never empty. */
  revisions: z.array(revision).min(1),
  /** Answers that cite this event as evidence. */
  answers: z.array(
    z.object({
      question,
      version: z.number(),
      outcomeLabel: z.string(),
      /** Where that version of the answer stands. */
      state: z.enum(["final", "proposed", "past"]),
      proposedAt: z.date(),
    }),
  ),
  /** The duplicate that stands for this event since they were merged, and those that this one stands for. */
  mergedInto: duplicate.nullable(),
  takenIn: z.array(duplicate),
  /** When the log was last changed about this event, when it is shown as known earlier. */
  isLatest: z.boolean(),
});
export const loggedOutput = z.object({
  id: z.string(),
  revisionId: z.string(),
  number: z.number(),
  recordedAt: z.date(),
  touched: z.array(question),
  proposals: z.array(z.object({ questionId: z.string(), slug: z.string(), title: z.string(), outcome: z.string() })),
  areEvaluated: z.boolean(),
});
export const eventDuplicatesOutput = z.array(
  z.object({
    event: eventListItem,
    score: z.number(),
    reasons: z.array(z.string()),
  }),
);
/** What a topic's own log offers a form. */
export const vocabularyOutput = z.object({
  subtypes: z.array(z.string()),
  units: z.array(z.string()),
  places: z.array(z.string()),
  tags: z.array(z.string()),
});
/** The instants at which a topic's log changed, oldest first, and how many changes there were up to each. */
export const logChangesOutput = z.array(z.object({ at: z.date(), changes: z.number() }));
export const actorsOutput = z.array(z.object({ code: z.string(), name: z.string(), events: z.number() }));

export type EventListItem = z.infer<typeof eventListItem>;
export type EventView = z.infer<typeof eventOutput>;
export type EventRevisionView = z.infer<typeof revision>;
