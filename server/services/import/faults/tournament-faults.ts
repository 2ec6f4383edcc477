import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

/** Tournaments whose dates do not fit, to each other or to their questions. */
export function* tournamentFaults({ tournaments, questions }: BundleDocument): Generator<BundleFault> {
  const closesAt = new Map(questions.map((question) => [question.id, question.closesAt]));
  for (const [index, { startsAt, endsAt, questions: members }] of tournaments.entries()) {
    const add = (field: string, message: string): BundleFault => ({ list: "tournaments", index, field, message });
    if (startsAt >= endsAt) yield add("endsAt", "A tournament ends after it starts.");
    for (const [k, { questionId }] of members.entries()) {
      if ((closesAt.get(questionId) ?? endsAt) > endsAt)
        yield add(`questions[${k}].questionId`, `“${questionId}” closes after the tournament ends.`);
    }
  }
}
