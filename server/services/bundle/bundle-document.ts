import { z } from "zod";
import { bundleForecast, bundleForecaster, bundleQuestion } from "./bundle-records.ts";
import { bundleComment, bundleCoverage, bundleEvent, bundleTopic } from "./record-records.ts";

export const BUNDLE_FORMAT = "parley-bundle";
export const BUNDLE_VERSION = 1;

const head = { format: z.literal(BUNDLE_FORMAT), version: z.literal(BUNDLE_VERSION) };

/** A bundle as one document. Unknown members are refused, in every record. */
export const bundleDocument = z.strictObject({
  ...head,
  questions: z.array(bundleQuestion),
  forecasters: z.array(bundleForecaster),
  forecasts: z.array(bundleForecast),
  topics: z.array(bundleTopic).default([]),
  events: z.array(bundleEvent).default([]),
  coverage: z.array(bundleCoverage).default([]),
  comments: z.array(bundleComment).default([]),
});

/** The first line of a bundle that has one record a line. */
export const bundleHead = z.strictObject(head);

/** Where the records of a kind belong, and what they are made of. */
export const BUNDLE_KINDS = {
  question: { list: "questions", record: bundleQuestion },
  forecaster: { list: "forecasters", record: bundleForecaster },
  forecast: { list: "forecasts", record: bundleForecast },
  topic: { list: "topics", record: bundleTopic },
  event: { list: "events", record: bundleEvent },
  coverage: { list: "coverage", record: bundleCoverage },
  comment: { list: "comments", record: bundleComment },
} as const;

export type BundleKind = keyof typeof BUNDLE_KINDS;
export type BundleDocument = z.output<typeof bundleDocument>;
/** A bundle as it is written to a file. */
export type BundleText = z.input<typeof bundleDocument>;

/** The published description of the document, for any program that reads or writes bundles. */
export function bundleJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(bundleDocument, { io: "input", unrepresentable: "any" });
  return {
    $schema,
    $id: "parley-bundle-v1.json",
    title: "Parley bundle, version 1",
    description:
      "Questions, forecasters and forecasts as one JSON document. As NDJSON: one record a line with a kind (bundle first, then question, forecaster, forecast, topic, event, coverage, comment).",
    ...schema,
  };
}
