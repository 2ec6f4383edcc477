import type { BundleQuestion, BundleTournament } from "./bundle.ts";
import type { BundleFault } from "./bundle-fault.ts";

/**
 * What is wrong with the tournaments of a bundle: one that is there twice, or a question in it that is not in the bundle, or is in
 * the tournament twice.
 *
 * @example
 * tournamentFaults([{ id: "t", questions: [{ questionId: "q", weight: 1 }] }], new Map(), new Set()).map(({ field }) => field); // => ["questions[0].questionId"]
 */
export function tournamentFaults(
  tournaments: readonly BundleTournament[],
  questions: ReadonlyMap<string, BundleQuestion>,
  elsewhere: ReadonlySet<string>,
): BundleFault[] {
  const seen = new Set<string>();
  return tournaments.flatMap(({ id, questions: members }, index) => {
    const faults: BundleFault[] = [];
    const add = (field: string, message: string) => faults.push({ list: "tournaments", index, field, message });
    if (seen.has(id)) add("id", `The tournament "${id}" is in the bundle already.`);
    seen.add(id);
    const joined = new Set<string>();
    for (const [k, { questionId }] of members.entries()) {
      const field = `questions[${k}].questionId`;
      if (joined.has(questionId)) add(field, `The question "${questionId}" is in this tournament already.`);
      joined.add(questionId);
      const isThere = questions.has(questionId) || elsewhere.has(questionId);
      if (!isThere) add(field, `There is no question "${questionId}" in the bundle.`);
    }
    return faults;
  });
}
