import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

/** What a bundle can say and the database cannot keep: what would be lost would change scores. */
export function* unkeptFaults({ questions, forecasters, forecasts }: BundleDocument): Generator<BundleFault> {
  for (const [index, { type, weight, range }] of questions.entries()) {
    const add = (field: string, message: string): BundleFault => ({ list: "questions", index, field, message });
    if (weight !== 1) yield add("weight", "Every question here has the weight 1; in a tournament it may have another.");
    if (type === "date" && (range?.zeroPoint ?? null) !== null)
      yield add("range.zeroPoint", "A range of dates has no zero point here.");
  }
  for (const [index, { isBot, inPool }] of forecasters.entries()) {
    if (inPool === undefined || inPool !== isBot) continue;
    const message = "People are in the pool here, and bots are not.";
    yield { list: "forecasters", index, field: "inPool", message };
  }
  for (const [index, { probabilities }] of forecasts.entries()) {
    const k = probabilities?.indexOf(null) ?? -1;
    if (k < 0) continue;
    const message = "Options are fixed at the opening, so each has a probability.";
    yield { list: "forecasts", index, field: `probabilities[${k}]`, message };
  }
}
