/**
 * What people are told about, one word for each: a notice is a line in somebody's own list, written in the transaction
 * of the act that it tells of.
 */
export const NOTICE_KINDS = [
  "criteria_changed",
  "question_clarified",
  "resolution_proposed",
  "resolution_challenged",
  "resolution_amended",
  "resolution_rejected",
  "resolution_final",
  "resolution_superseded",
  "resolution_flagged",
  "suggestion_answered",
  "signal_matched",
  "event_logged",
  "market_settled",
  "order_filled",
  "tournament_table_published",
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
