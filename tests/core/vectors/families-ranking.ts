import { benjaminiHochberg, holm } from "#core/ranking/adjusted-p-values.ts";
import { boardRanks } from "#core/ranking/board-ranks.ts";
import { brierAgainstMean, brierSkill } from "#core/ranking/comparison/brier-against-others.ts";
import { brierIndex } from "#core/ranking/comparison/brier-index.ts";
import { flooredPeer, tournamentTake } from "#core/ranking/comparison/metaculus-leaderboard.ts";
import { tournamentSum } from "#core/ranking/comparison/tournament-sum.ts";
import type { QuestionLoss } from "#core/ranking/comparison-graph.ts";
import { difficultyAdjustedBrier } from "#core/ranking/difficulty-adjusted-brier.ts";
import { medalOfRank } from "#core/ranking/medal-of-rank.ts";
import { percentileInterval } from "#core/ranking/percentile-interval.ts";
import { resampledMean } from "#core/ranking/resampled-mean.ts";
import { shrunkPeer } from "#core/ranking/shrunk-peer.ts";
import { type Families, served } from "./vector-case.ts";
import { mustBe } from "./watched-inputs.ts";

interface Row {
  forecaster: string;
  question: string;
  p: number;
  outcome: number;
}
type TerseRow = [forecaster: string, question: string, p: number, outcome: number];

const lossesOf = (rows: readonly (Row | TerseRow)[]): QuestionLoss[] =>
  rows.map((row) => {
    const [forecaster, question, p, outcome] = Array.isArray(row)
      ? row
      : [row.forecaster, row.question, row.p, row.outcome];
    return { forecaster, question, loss: (p - outcome) ** 2 };
  });

/** Metaculus shows but does not rank entries above this exclusion status. */
const MAX_RANKED_STATUS = 1;

interface MetaculusScores {
  type: string;
  scores: { user: number; n: number; score: number; coverage: number; weight: number }[];
}

function metaculusEntry(type: string, { n, score, coverage, weight }: MetaculusScores["scores"][number]) {
  const scores = Array.from({ length: n }, () => ({ score, coverage, weight }));
  const covered = scores.reduce((sum, row) => sum + row.weight * row.coverage, 0);
  const sum = tournamentSum(scores);
  return {
    score: type === "peer_global" ? flooredPeer(sum, covered) : sum,
    coverage: covered,
    count: n,
    take: type === "peer_tournament" ? tournamentTake(scores) : null,
  };
}

export const rankingFamilies: Families = {
  "bh-adjust": served(({ p }: { p: number[] }) => ({ adjusted: benjaminiHochberg(p), holm: holm(p) })),
  "bootstrap-fixed-resamples": served(
    ({ questionScores, resamples, level }: { questionScores: number[]; resamples: number[][]; level: number }) => {
      const times = (draws: number[]) => questionScores.map((_, i) => draws.filter((draw) => draw === i).length);
      const means = resamples.map((draws) => resampledMean(questionScores, times(draws)));
      return { means, ...percentileInterval(means, level) };
    },
  ),
  "brier-index": served(({ adjustedBrier01 }: { adjustedBrier01: number }) => ({
    brierIndex: brierIndex(adjustedBrier01),
  })),
  "brier-peer": served(({ rows, reference }: { rows: (Row | TerseRow)[]; reference?: string }) => {
    const losses = lossesOf(rows);
    const peer = brierAgainstMean(losses);
    const ranks = boardRanks([...peer.values()].map((score) => ({ score })));
    return {
      peer: Object.fromEntries(peer),
      bssPercent: reference && Object.fromEntries(brierSkill(losses, reference)),
      rank: Object.fromEntries([...peer.keys()].map((name, i) => [name, ranks[i]])),
    };
  }),
  "difficulty-adjusted": served(({ rows }: { rows: Row[] }) => {
    const losses = lossesOf(rows);
    const { scores, difficulties } = difficultyAdjustedBrier(losses);
    const mean = [...scores.values()].reduce((sum, score) => sum + score, 0) / scores.size;
    const raw = Map.groupBy(losses, (row) => row.forecaster);
    const meanLoss = (members: QuestionLoss[]) => members.reduce((sum, row) => sum + row.loss, 0) / members.length;
    return {
      meanBrier01: Object.fromEntries([...raw].map(([name, members]) => [name, meanLoss(members)])),
      difficultyAdjustedMinusMean: Object.fromEntries([...scores].map(([name, score]) => [name, score - mean])),
      brierPeerMean: Object.fromEntries(brierAgainstMean(losses)),
      questionDifficultyCentred: Object.fromEntries(difficulties),
    };
  }),
  "impute-missing": { notServed: "Parley never invents a forecast for someone who made none; absence scores 0" },
  "metaculus-leaderboard": served(
    ({ type, scores }: MetaculusScores) => {
      mustBe("type", type, "peer_global", "peer_tournament", "baseline_global");
      return Object.fromEntries(scores.map((entry) => [entry.user, metaculusEntry(type, entry)]));
    },
    {},
    { resolvedQuestions: "how many questions a board has changes none of its entries" },
  ),
  "metaculus-medals": served(({ participants }: { participants: number }) => {
    const medals = Array.from({ length: participants }, (_, i) => medalOfRank(i + 1, participants));
    const count = (medal: string) => medals.filter((won) => won === medal).length;
    return { gold: count("gold"), silver: count("silver"), bronze: count("bronze") };
  }),
  "metaculus-ranks": served(({ scores, exclusionStatus }: { scores: number[]; exclusionStatus: number[] }) =>
    boardRanks(scores.map((score, i) => ({ score, isReference: exclusionStatus[i]! > MAX_RANKED_STATUS }))),
  ),
  "shrunk-peer": served(({ sumScore, sumCoverage, k }: { sumScore: number; sumCoverage: number; k: number }) => ({
    metaculusMax: flooredPeer(sumScore, sumCoverage, k),
    additive: shrunkPeer(sumScore, sumCoverage, k),
  })),
};
