import { z } from "zod";
import type { BundleList } from "#core/bundle/bundle-fault.ts";
import { bundleComment, bundleForecast, bundleForecaster, bundleQuestion } from "./bundle-records.ts";
import { bundleMarket, bundleOrder, bundleTrade } from "./market-records.ts";
import { bundleActor, bundleCoverage, bundleEvent, bundleTopic, bundleTournament } from "./record-records.ts";

export const BUNDLE_FORMAT = "parley-bundle";
export const BUNDLE_VERSION = 1;

const head = { format: z.literal(BUNDLE_FORMAT), version: z.literal(BUNDLE_VERSION) };

/** A bundle as one document. Unknown members are refused, in every record. */
export const bundleDocument = z.strictObject({
  ...head,
  questions: z.array(bundleQuestion).default([]),
  forecasters: z.array(bundleForecaster).default([]),
  forecasts: z.array(bundleForecast).default([]),
  topics: z.array(bundleTopic).default([]),
  actors: z.array(bundleActor).default([]),
  events: z.array(bundleEvent).default([]),
  coverage: z.array(bundleCoverage).default([]),
  comments: z.array(bundleComment).default([]),
  tournaments: z.array(bundleTournament).default([]),
  markets: z.array(bundleMarket).default([]),
  orders: z.array(bundleOrder).default([]),
  trades: z.array(bundleTrade).default([]),
});

/** The first line of a bundle that has one record a line. */
export const bundleHead = z.strictObject(head);

/** Where the records of a kind belong, and what they are made of; in the order in which an export has them. */
export const BUNDLE_KINDS = {
  topic: { list: "topics", record: bundleTopic },
  question: { list: "questions", record: bundleQuestion },
  forecaster: { list: "forecasters", record: bundleForecaster },
  forecast: { list: "forecasts", record: bundleForecast },
  actor: { list: "actors", record: bundleActor },
  event: { list: "events", record: bundleEvent },
  coverage: { list: "coverage", record: bundleCoverage },
  comment: { list: "comments", record: bundleComment },
  tournament: { list: "tournaments", record: bundleTournament },
  market: { list: "markets", record: bundleMarket },
  order: { list: "orders", record: bundleOrder },
  trade: { list: "trades", record: bundleTrade },
} as const satisfies Record<string, { list: BundleList; record: z.ZodType }>;

export type BundleKind = keyof typeof BUNDLE_KINDS;
export const BUNDLE_KIND_NAMES = Object.keys(BUNDLE_KINDS) as BundleKind[];
export type BundleDocument = z.output<typeof bundleDocument>;
/** A bundle as it is written to a file. */
export type BundleText = Omit<Written, Scored> & { [List in Scored]: NonNullable<Written[List]> };
type Written = z.input<typeof bundleDocument>;
type Scored = "questions" | "forecasters" | "forecasts";

/** One record as it is written to a file. */
export type BundleRecord = {
  [Kind in BundleKind]: { readonly kind: Kind; readonly record: z.input<(typeof BUNDLE_KINDS)[Kind]["record"]> };
}[BundleKind];

/** The published description of the document, for any program that reads or writes bundles. */
export function bundleJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(bundleDocument, { io: "input", unrepresentable: "any" });
  return {
    $schema,
    $id: "parley-bundle-v1.json",
    title: "Parley bundle, version 1",
    description: `Questions, forecasters and forecasts as one JSON document. As NDJSON: one record a line with a kind (bundle first, then ${BUNDLE_KIND_NAMES.join(", ")}).`,
    ...schema,
  };
}
