import { z } from "zod";
import type { Criteria } from "#core/criteria/criteria.ts";
import type { Evaluation, TraceNode } from "#core/criteria/evaluation.ts";
import { EVENT_PRECISIONS } from "#core/event/event.ts";

/** A trace is made by our own evaluator, node by node, of ids and English; only its outer shape is checked here. */
const traceNode = z.custom<TraceNode>(
  (value) => typeof value === "object" && value !== null && "clause" in value && "children" in value,
);

export const evaluationOutput: z.ZodType<Evaluation> = z.object({
  verdict: z.enum(["true", "false", "pending", "decided"]),
  outcome: z.string().nullable(),
  effectiveAt: z.number().nullable(),
  knownAt: z.number().nullable(),
  evidenceIds: z.array(z.string()),
  coverageIds: z.array(z.string()),
  missing: z.array(z.custom<Evaluation["missing"][number]>((value) => typeof value === "object" && value !== null)),
  trace: traceNode,
  asOf: z.number(),
});

/** Criteria were checked when they came in. */
export const criteriaOutput = z.custom<Criteria>(
  (value) => typeof value === "object" && value !== null && "window" in value,
);

export const questionEventOutput = z.object({
  id: z.string(),
  headline: z.string(),
  type: z.string(),
  occurredFrom: z.date(),
  occurredUntil: z.date(),
  precision: z.enum(EVENT_PRECISIONS),
  country: z.string().nullable(),
  placeName: z.string().nullable(),
  status: z.enum(["reported", "corroborated", "disputed", "retracted"]),
  actors: z.array(z.object({ code: z.string(), name: z.string() })),
  sources: z.array(z.object({ publisher: z.string() })),
  sourceGroups: z.number(),
  bearing: z.enum(["counts", "does_not_count", "near_miss", "related"]),
  text: z.string().nullable(),
});

export const findingOutput = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
});

export const absenceStepOutput = z.object({
  kind: z.enum(["window", "settlement_lag", "coverage"]),
  isDone: z.boolean(),
  text: z.string(),
});
