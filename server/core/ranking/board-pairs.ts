import { benjaminiHochberg } from "./adjusted-p-values.ts";
import { isProvisional } from "./is-provisional.ts";
import { pairedComparison } from "./paired-comparison.ts";
import { MIN_GROUPS } from "./question-resamples.ts";
import { shrunkPeer } from "./shrunk-peer.ts";

/** One question's Peer score of one subject of a board. */
interface PairScore {
  readonly isReference: boolean;
  readonly question: string;
  readonly peer: number;
  readonly coverage: number;
}

/** Two subjects of a board on the questions that both answered; the difference is the first less the second. */
export interface BoardPair {
  readonly one: string;
  readonly other: string;
  readonly questions: number;
  readonly meanDifference: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly pValue: number;
  readonly adjustedP: number;
}

/** A board has too many pairs for all of them to be told apart; these are the ones people ask about. */
const COMPARED = 15;
const CROWD = "crowd";
const LEVEL = 0.9;

/**
 * Who at the head of a board is really above whom: the best-rated who are not provisional, and the crowd, each with each.
 *
 * Formula: `pairedComparison` of the Peer scores on common questions, for pairs with at least 30 of them; the p-values then
 * by `benjaminiHochberg` over all of these pairs.
 * Units: Peer points per question; p 0..1.
 * Source: paired differences, Benjamini–Hochberg over a table.
 *
 * @example
 * boardPairs([], "seed"); // => []
 */
export function boardPairs(bySubject: ReadonlyArray<[string, readonly PairScore[]]>, seed: string): BoardPair[] {
  const head = headOf(bySubject);
  const pairs = head.flatMap(([one, ownScores], i) =>
    head.slice(i + 1).flatMap(([other, otherScores]) => {
      const differences = peerDifferences(ownScores, otherScores);
      if (differences.length < MIN_GROUPS) return [];
      const compared = pairedComparison(differences, {
        seed: `${seed} ${[one, other].sort().join(" ")}`,
        level: LEVEL,
      });
      return [{ one, other, questions: differences.length, ...compared }];
    }),
  );
  const adjusted = benjaminiHochberg(pairs.map(({ pValue }) => pValue));
  return pairs.map((pair, i) => ({ ...pair, adjustedP: adjusted[i] ?? 1 }));
}

/**
 * The differences of two people's Peer scores on the questions that both were scored on, in order of question.
 *
 * Units: Peer points.
 *
 * @example
 * peerDifferences([{ question: "q", peer: 5 }, { question: "r", peer: 1 }], [{ question: "q", peer: 2 }]); // => [3]
 */
export function peerDifferences(
  one: ReadonlyArray<Pick<PairScore, "question" | "peer">>,
  other: ReadonlyArray<Pick<PairScore, "question" | "peer">>,
): number[] {
  const others = new Map(other.map(({ question, peer }) => [question, peer]));
  return one
    .flatMap(({ question, peer }) => {
      const against = others.get(question);
      return against === undefined ? [] : [{ question, difference: peer - against }];
    })
    .sort((a, b) => (a.question < b.question ? -1 : 1))
    .map(({ difference }) => difference);
}

function headOf(bySubject: ReadonlyArray<[string, readonly PairScore[]]>): Array<[string, readonly PairScore[]]> {
  const people = bySubject.flatMap(([subject, own]) => {
    const coverage = own.reduce((sum, score) => sum + score.coverage, 0);
    if (own[0]?.isReference || isProvisional({ resolvedQuestions: own.length, coverage })) return [];
    const peer = own.reduce((sum, score) => sum + score.peer, 0);
    return [{ subject, own, rating: shrunkPeer(peer, Math.max(0, coverage)) }];
  });
  const best = people.sort((a, b) => b.rating - a.rating || (a.subject < b.subject ? -1 : 1)).slice(0, COMPARED);
  const crowd = bySubject.filter(([subject]) => subject === CROWD);
  return [...best.map(({ subject, own }): [string, readonly PairScore[]] => [subject, own]), ...crowd];
}
