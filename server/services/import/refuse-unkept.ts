import type { ReadBundle } from "../bundle/read-bundle.ts";
import { refuseFaults } from "../bundle/refuse-faults.ts";

/** Refuses what a bundle can say and the database cannot keep: what would be lost would change scores. */
export function refuseUnkept({ document, placeOf }: ReadBundle): void {
  const faults: string[] = [];
  for (const [i, { type, weight, closesAt, criteria, resolution }] of document.questions.entries()) {
    const place = placeOf("questions", i);
    if (type === "numeric" || type === "date") {
      faults.push(
        `${place}.type: Only yes/no and multiple choice questions can be kept; \`parley score\` reads the others.`,
      );
    }
    if (weight !== 1) faults.push(`${place}.weight: Every question here has the weight 1.`);
    if (criteria?.deadlineAt !== undefined && criteria.deadlineAt < closesAt) {
      faults.push(`${place}.criteria.deadlineAt: A question closes by its deadline.`);
    }
    if (resolution?.effectiveAt !== undefined && resolution.effectiveAt > resolution.knownAt) {
      faults.push(`${place}.resolution.effectiveAt: What was known had come true.`);
    }
  }
  for (const [i, { isBot, inPool }] of document.forecasters.entries()) {
    if (inPool === undefined || inPool !== isBot) continue;
    faults.push(`${placeOf("forecasters", i)}.inPool: People are in the pool here, and bots are not.`);
  }
  for (const [i, { probabilities }] of document.forecasts.entries()) {
    if (!probabilities?.includes(null)) continue;
    faults.push(
      `${placeOf("forecasts", i)}.probabilities: Options are fixed at the opening, so each has a probability.`,
    );
  }
  refuseFaults(faults);
}
