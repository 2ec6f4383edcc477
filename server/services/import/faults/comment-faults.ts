import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

const keyOf = (of: { questionId: string; forecasterId: string; madeAt: number }) =>
  JSON.stringify([of.questionId, of.forecasterId, of.madeAt]);

/** Comments without the forecast that they explain, or on one that has a comment already. */
export function* commentFaults({ comments, forecasts }: BundleDocument): Generator<BundleFault> {
  const made = new Map(comments.map((comment) => [keyOf(comment), 0]));
  if (made.size === 0) return;
  for (const forecast of forecasts) {
    const key = keyOf(forecast);
    const before = made.get(key);
    if (before !== undefined) made.set(key, before + 1);
  }
  const explained = new Set<string>();
  for (const [index, comment] of comments.entries()) {
    const add = (field: string, message: string): BundleFault => ({ list: "comments", index, field, message });
    const { forecasterId, questionId, madeAt, place } = comment;
    const forecastsThere = made.get(keyOf(comment)) ?? 0;
    if (forecastsThere === 0) {
      const at = new Date(madeAt).toISOString();
      yield add("madeAt", `There is no forecast of ${forecasterId} on ${questionId} at ${at} in the bundle.`);
    } else if (place !== undefined && place >= forecastsThere) {
      yield add("place", `There are ${forecastsThere} forecasts at that instant, counted from 0.`);
    }
    const key = `${keyOf(comment)} ${place ?? forecastsThere - 1}`;
    if (explained.has(key)) yield add("text", "The forecast has a comment already.");
    explained.add(key);
  }
}
