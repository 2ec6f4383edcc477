/** A forecaster's loss on a question. */
export interface QuestionLoss {
  readonly forecaster: string;
  readonly question: string;
  readonly loss: number;
}

/**
 * The rows of the largest set of forecasters that can be compared at all: any two are linked through questions they share with others.
 *
 * Formula: connected components of the graph of forecasters and questions; the one with most rows, the earlier one of equals.
 * Units: rows in the order given. O(rows).
 * Source: identification of two-way fixed effects (J. M. Abowd, R. H. Creecy & F. Kramarz 2002).
 *
 * @example
 * connectedLosses([{ forecaster: "A", question: "q", loss: 0 }, { forecaster: "B", question: "q", loss: 1 }, { forecaster: "C", question: "r", loss: 0 }]).map((row) => row.forecaster); // => ["A", "B"]
 */
export function connectedLosses(rows: readonly QuestionLoss[]): QuestionLoss[] {
  const parent = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    parent.set(node, root);
    return root;
  };
  const forecasterNode = (row: QuestionLoss) => `forecaster ${row.forecaster}`;
  for (const row of rows) parent.set(rootOf(forecasterNode(row)), rootOf(`question ${row.question}`));

  const components = new Map<string, QuestionLoss[]>();
  for (const row of rows) {
    const root = rootOf(forecasterNode(row));
    const members = components.get(root) ?? [];
    members.push(row);
    components.set(root, members);
  }
  let largest: QuestionLoss[] = [];
  for (const members of components.values()) if (members.length > largest.length) largest = members;
  return largest;
}
