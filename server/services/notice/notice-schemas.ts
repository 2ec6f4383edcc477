import { z } from "zod";
import type { Notice, NoticeKind, NoticeParams } from "#core/notice/notice.ts";
import { log } from "#server/log.ts";

const named = z.strictObject({ slug: z.string(), title: z.string() });
const outcome = z.strictObject({ value: z.string().nullable(), label: z.string().nullable() });
const event = z.strictObject({ id: z.string(), headline: z.string() });
const onQuestion = z.strictObject({ question: named });
const withReason = onQuestion.extend({ reason: z.string() });
const proposed = onQuestion.extend({ outcome, challengeUntil: z.number() });
const doubted = z.strictObject({ event, topic: z.string(), reason: z.string(), question: named.nullable() });

/** The parameters of every kind of notice, as they are stored. */
export const NOTICE_SCHEMAS = {
  criteria_changed: withReason.extend({ sentence: z.string() }),
  question_clarified: onQuestion.extend({ text: z.string() }),
  resolution_proposed: proposed.extend({ isNew: z.boolean() }),
  resolution_amended: proposed,
  resolution_challenged: withReason,
  resolution_rejected: withReason,
  resolution_returned: withReason,
  resolution_withdrawn: withReason,
  resolution_final: onQuestion.extend({ outcome, peer: z.number().nullable() }),
  resolution_superseded: onQuestion.extend({
    outcome,
    before: outcome,
    peer: z.number().nullable(),
    peerBefore: z.number().nullable(),
  }),
  resolution_flagged: withReason,
  resolution_due: onQuestion,
  reopening_requested: withReason,
  reopening_granted: withReason,
  reopening_declined: withReason,
  suggestion_taken_up: z.strictObject({ title: z.string() }),
  suggestion_declined: z.strictObject({ title: z.string(), reason: z.string() }),
  suggested_answer_proposed: withReason,
  suggested_answer_declined: withReason,
  event_logged: z.strictObject({ event, topic: z.string() }),
  signal_matched: z.strictObject({ event, signals: z.array(z.string()) }),
  event_disputed: doubted,
  event_retracted: doubted,
  market_settled: onQuestion.extend({ isVoid: z.boolean(), knownAt: z.number(), reversedTrades: z.number() }),
  order_filled: onQuestion.extend({
    action: z.enum(["buy", "sell"]),
    sharesMicros: z.string(),
    limitMicros: z.string(),
  }),
  tournament_table_published: z.strictObject({ tournament: named, version: z.number() }),
  unreadable: z.strictObject({}),
  message: z.strictObject({ title: z.string(), body: z.string(), href: z.string() }),
} as const satisfies { readonly [K in NoticeKind]: z.ZodType<NoticeParams[K]> };

/** A stored notice, by its kind. One of no known kind, or that lacks what its words need, is `unreadable`: the others of its list are shown. */
export function storedNotice(row: { id: string; kind: string; params: unknown }): Notice {
  const read = Object.hasOwn(NOTICE_SCHEMAS, row.kind)
    ? NOTICE_SCHEMAS[row.kind as NoticeKind].safeParse(row.params)
    : null;
  if (read?.success) return { kind: row.kind, params: read.data } as Notice;
  log.error({ notice: row.id, kind: row.kind, err: read?.error }, "a stored notice cannot be read");
  return { kind: "unreadable", params: {} };
}
