import { z } from "zod";
import type { Match } from "#core/criteria/criteria.ts";
import { EVENT_PRECISIONS } from "#core/event/event.ts";
import { eventListItem } from "#services/event/output.ts";

/** A match was checked when it came in. */
const match = z.custom<Match>((value) => typeof value === "object" && value !== null && "types" in value);

const signal = {
  id: z.string(),
  number: z.number(),
  name: z.string(),
  note: z.string(),
  /** What it looks for, in words. */
  phrase: z.string(),
  isRetired: z.boolean(),
  /** How many events match, ever and in the last thirty days. */
  count: z.number(),
  recent: z.number(),
  last: z
    .object({
      id: z.string(),
      headline: z.string(),
      occurredFrom: z.date(),
      occurredUntil: z.date(),
      precision: z.enum(EVENT_PRECISIONS),
    })
    .nullable(),
  /** How many happened in each equal part of the span. */
  counts: z.array(z.number()),
  spanFrom: z.date(),
  spanUntil: z.date(),
  /** Whether the reader is told of new matches. */
  isFollowed: z.boolean(),
};

export const signalListOutput = z.array(z.object(signal));
export const signalOutput = z.object({
  ...signal,
  topic: z.object({ id: z.string(), slug: z.string(), title: z.string(), isFictional: z.boolean() }),
  match,
  /** Those that match, the last first; no more than two hundred. */
  events: z.array(eventListItem),
  /** Newest first. */
  versions: z.array(
    z.object({
      number: z.number(),
      name: z.string(),
      note: z.string(),
      phrase: z.string(),
      isRetired: z.boolean(),
      madeAt: z.date(),
      madeByName: z.string(),
    }),
  ),
});
export const signalKeyOutput = z.object({ id: z.string(), number: z.number() });
export const followOutput = z.object({ isFollowed: z.boolean() });

export type SignalView = z.infer<typeof signalOutput>;
export type SignalListItem = z.infer<typeof signalListOutput>[number];
