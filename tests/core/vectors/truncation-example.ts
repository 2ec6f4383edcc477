import { ownScores } from "./own-scores.ts";

interface Truncation {
  weeks: number;
  pWeek1: number;
  pAfter: number;
  probFiredWeek1: number;
  probFiredEnd: number;
  probNotFired: number;
}

/** Scores with the scheduled horizon as denominator, as Parley has them, and with the actual one, for contrast. */
export function truncationExample(inputs: Truncation) {
  const { weeks, pAfter } = inputs;
  const scoreOf = (p1: number, fired: boolean, until: number, truncated: boolean) => {
    const segments: [number, number, number][] = [
      [0, 1, p1],
      [1, weeks, pAfter],
    ];
    return ownScores(segments, truncated ? weeks : until, fired, until)?.baseline as number;
  };
  const outcomes = (p1: number, truncated: boolean) => {
    const firedWeek1 = scoreOf(p1, true, 1, truncated);
    const firedEnd = scoreOf(p1, true, weeks, truncated);
    const notFired = scoreOf(p1, false, weeks, truncated);
    const { probFiredWeek1, probFiredEnd, probNotFired } = inputs;
    return {
      firedWeek1,
      firedEnd,
      notFired,
      mean: probFiredWeek1 * firedWeek1 + probFiredEnd * firedEnd + probNotFired * notFired,
    };
  };
  const gamed = { "report week 1": 0.99, mean: outcomes(0.99, false).mean };
  return {
    noTruncation: outcomes(inputs.pWeek1, false),
    withTruncation: outcomes(inputs.pWeek1, true),
    gamedNoTruncation: gamed,
  };
}
