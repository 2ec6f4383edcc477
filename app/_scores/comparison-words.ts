import { numberText } from "#app/_components/number-text.ts";
import { countText } from "#core/text/count-text.ts";
import type { ComparisonView } from "./score-view.ts";

/** What is taken for more than luck, after the adjustment. */
const CLEAR = 0.05;

/** A p-value in words that do not promise more digits than 2,000 draws give. */
export function pText(pValue: number): string {
  return pValue < 0.001 ? "<0.001" : numberText(pValue, 3);
}

/** A name within a sentence: a reference begins small there. */
const within = (name: string) => (name.startsWith("The ") ? `the ${name.slice("The ".length)}` : name);

/** What a comparison says, in a sentence or two. */
export function comparisonWords({ one, other, questions, least, meanDifference, test }: ComparisonView): string {
  if (meanDifference === null) {
    return `${one} and ${within(other)} were scored on no question in common here, so nothing can be said of who is better.`;
  }
  const [ahead, behind] = meanDifference >= 0 ? [one, other] : [other, one];
  const gap = `${ahead} earned ${numberText(Math.abs(meanDifference), 1)} Peer points a question more than ${within(behind)}`;
  const on = `on the ${countText(questions, "question")} that both answered`;
  if (!test) return `${gap} ${on}. That is fewer than ${least}: too few to tell skill from luck.`;
  if (test.adjustedP <= CLEAR) {
    return `${gap} ${on}. Luck alone would hardly put them this far apart, even after allowing for the many pairs that one could look at.`;
  }
  if (test.pValue <= CLEAR) {
    return `${gap} ${on}. Taken alone that would be unlikely to be luck; among the ${countText(test.pairs, "pair")} compared here, some such gap is to be expected.`;
  }
  return `${gap} ${on}. Luck alone could well put them this far apart.`;
}
