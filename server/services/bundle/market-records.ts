import { z } from "zod";
import { instantText } from "#services/safe-instant.ts";
import { keptText } from "#services/safe-text.ts";

/** The records of a bundle that tell of markets. Credits and shares are whole millionths, as text. */

const id = () => keptText({ max: 200 });
const micros = () =>
  z
    .string()
    .regex(/^(0|-?[1-9]\d{0,17})$/, 'Whole millionths, as text: "1500000".')
    .transform((text) => BigInt(text));
const outcome = () => z.int().min(0).max(199).describe("Its place: 0 for yes, 1 for no; of an option, of a bucket.");
const terms = {
  forecasterId: id(),
  action: z.enum(["buy", "sell"]),
  outcome: outcome(),
  side: z.enum(["yes", "no"]).describe("yes: the outcome itself; no: equal shares of all others."),
  sharesMicros: micros(),
};

export const bundleMarket = z.strictObject({
  questionId: id(),
  liquidityMicros: micros(),
  openingPrices: z.array(z.number()).min(2).max(200),
  bucketBounds: z
    .array(z.number())
    .max(199)
    .default([])
    .describe("What cuts the range of a number or a date (in epoch milliseconds) into the parts that are traded."),
  openedAt: instantText().optional(),
});

export const bundleOrder = z.strictObject({
  questionId: id(),
  number: z.int().min(1).describe("1, 2, 3 … in its market, in the order in which orders were placed."),
  ...terms,
  limitMicros: micros().describe("Credits for a whole share."),
  remainingMicros: micros().describe("What of the shares was not traded."),
  placedAt: instantText(),
  expiresAt: instantText().optional(),
  closedAt: instantText().optional().describe("Absent while it rests."),
  closedBy: z.enum(["filled", "cancelled", "expired", "replaced", "settled"]).optional(),
});

export const bundleTrade = z.strictObject({
  questionId: id(),
  number: z.int().min(1).describe("1, 2, 3 … in its market."),
  madeAt: instantText(),
  ...terms,
  order: z.int().min(1).optional().describe("The number of the order that traded; absent for a trade at once."),
  costMicros: micros().describe("What was paid; negative for what was received."),
  redeemedMicros: micros().prefault("0").describe("Complete sets of all outcomes handed back for one credit each."),
  legs: z
    .array(
      z.strictObject({
        order: z.int().min(1).optional().describe("The resting order that was met; absent for the market maker."),
        sharesMicros: micros(),
        takerMicros: micros(),
        ownerMicros: micros().prefault("0"),
      }),
    )
    .min(1)
    .max(10_000),
});
