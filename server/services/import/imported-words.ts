/** What is written where an import had no words of its own to bring; an export of it leaves them out again. */

/** The sentence of criteria that came without a rule and without a sentence. */
export const DECIDED_ELSEWHERE = "Decided where it was asked; imported with its answer.";

/** The note of an answer that came without one. */
export const IMPORTED_WITH_A_BUNDLE = "Imported with a bundle.";
