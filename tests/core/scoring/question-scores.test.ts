import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { questionScores } from "#core/scoring/question-scores.ts";
import type { ForecastRow, ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import { peerByDefinition } from "./peer-by-definition.ts";

const question = { type: "binary", outcome: true, opensAt: 1000, closesAt: 2000, knownAt: null } as const;
const row = (
  forecaster: string | number,
  madeAt: number,
  forecast: number,
  endedAt: number | null = null,
  inPool = true,
) => ({ forecaster, madeAt, forecast, endedAt, inPool }) satisfies ForecastRow;

/** Rows of up to six people; persons 4 and 5 are outside the pool; no two rows of one person at the same instant. */
const histories = fc
  .uniqueArray(
    fc.record({
      who: fc.integer({ min: 0, max: 5 }),
      at: fc.integer({ min: 800, max: 2200 }),
      p: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      stays: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
    }),
    { selector: (made) => `${made.who}@${made.at}`, maxLength: 30 },
  )
  .map((made) => made.map((m) => row(m.who, m.at, m.p, m.stays === null ? null : m.at + m.stays, m.who < 4)));

function scoresOf(rows: ForecastRow[], of: Partial<ResolvedQuestion> = {}) {
  const scores = questionScores({ ...question, ...of } as ResolvedQuestion, rows);
  return new Map(scores.map((score) => [score.forecaster, score]));
}

describe("the Peer score", () => {
  test("equals its definition, instant by instant, for pool and outsiders", () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1001, max: 2300 }), (rows, knownAt) => {
        const spans = rows.map((r) => {
          const later = rows.filter((o) => o.forecaster === r.forecaster && o.madeAt > r.madeAt).map((o) => o.madeAt);
          return {
            who: Number(r.forecaster),
            start: r.madeAt,
            end: Math.min(r.endedAt ?? 1e9, ...later),
            p: r.forecast,
          };
        });
        const expected = peerByDefinition(spans, 1000, 2000, knownAt, (who) => who < 4);
        const scores = scoresOf(rows, { knownAt });
        const scored = [...expected.keys()].some((who) => who < 4);
        if (!scored) expect(scores.size).toBe(0);
        if (!scored) return;
        expect([...scores.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [who, plain] of expected) {
          const score = scores.get(who)!;
          expect(score.peer).toBeCloseTo(plain.peer, 9);
          expect(score.relativeBrier).toBeCloseTo(plain.relativeBrier, 9);
          expect(score.coverage).toBeCloseTo(plain.coverage, 9);
          expect(score.peerCoverage).toBeCloseTo(plain.peerCoverage, 9);
        }
      }),
    );
  });

  test("sums to zero over the pool", () => {
    fc.assert(
      fc.property(histories, (rows) => {
        const pool = questionScores(question, rows).filter((score) => score.inPool);
        expect(pool.reduce((sum, score) => sum + score.peer, 0)).toBeCloseTo(0, 8);
        expect(pool.reduce((sum, score) => sum + score.relativeBrier, 0)).toBeCloseTo(0, 8);
      }),
    );
  });

  test("has the same bits whatever the order of the rows", () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.double({ min: 0, max: 1 })), (rows, keys) => {
        const shuffled = rows
          .map((r) => ({ r, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ r }) => r);
        expect(questionScores(question, shuffled)).toEqual(questionScores(question, rows));
      }),
    );
  });

  test("does not change when a active interval is split", () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.integer({ min: 1, max: 899 }), (rows, pick, after) => {
        const whole = rows[pick % Math.max(1, rows.length)];
        if (!whole || rows.some((r) => r.forecaster === whole.forecaster && r.madeAt === whole.madeAt + after)) return;
        const nextAt = Math.min(
          whole.endedAt ?? 1e9,
          ...rows.filter((r) => r.forecaster === whole.forecaster && r.madeAt > whole.madeAt).map((r) => r.madeAt),
        );
        if (whole.madeAt + after >= nextAt) return;
        const split = [...rows, { ...whole, madeAt: whole.madeAt + after }];
        const before = scoresOf(rows);
        const then = scoresOf(split);
        expect(then.size).toBe(before.size);
        for (const [who, score] of before) expect(then.get(who)!.peer).toBeCloseTo(score.peer, 9);
      }),
    );
  });

  test("does not depend on what forecasters are called", () => {
    fc.assert(
      fc.property(histories, (rows) => {
        const renamed = rows.map((r) => ({ ...r, forecaster: `z${9 - Number(r.forecaster)}` }));
        const before = scoresOf(rows);
        const then = scoresOf(renamed);
        for (const [who, score] of before) expect(then.get(`z${9 - Number(who)}`)!.peer).toBeCloseTo(score.peer, 9);
      }),
    );
  });
});

describe("the timeline", () => {
  test("a forecast made before the open counts from the open", () => {
    const early = questionScores(question, [row("a", 0, 0.7), row("b", 1000, 0.5)]);
    expect(early).toEqual(questionScores(question, [row("a", 1000, 0.7), row("b", 1000, 0.5)]));
    expect(early[0]?.coverage).toBe(1);
  });

  test("of several forecasts made before the open the last stands", () => {
    const scores = scoresOf([row("a", 0, 0.7), row("a", 10, 0.2), row("b", 0, 0.5)]);
    expect(scores.get("a")!.brier).toBeCloseTo(0.64, 12);
  });

  test("an update ends the forecast before it, without double counting", () => {
    const scores = scoresOf([row("a", 1000, 0.8), row("a", 1500, 0.4), row("b", 1000, 0.5)]);
    expect(scores.get("a")!.coverage).toBe(1);
    expect(scores.get("a")!.brier).toBeCloseTo((0.04 + 0.36) / 2, 12);
  });

  test("a forecast at or after the close gives no score row", () => {
    expect([...scoresOf([row("a", 1000, 0.8), row("b", 2000, 0.4), row("c", 2500, 0.4)]).keys()]).toEqual(["a"]);
  });

  test("a forecast after the answer was known is ignored", () => {
    const scores = scoresOf([row("a", 1000, 0.8), row("a", 1700, 0.1), row("b", 1600, 0.9)], { knownAt: 1600 });
    expect([...scores.keys()]).toEqual(["a"]);
    expect(scores.get("a")!.brier).toBeCloseTo(0.04, 12);
  });

  test("after a withdrawal there is neither score nor coverage, and the others go on", () => {
    const scores = scoresOf([row("a", 1000, 0.7, 1300), row("b", 1000, 0.4)]);
    expect(scores.get("a")!.coverage).toBeCloseTo(0.3, 12);
    expect(scores.get("b")!.coverage).toBe(1);
    expect(scores.get("b")!.peerCoverage).toBeCloseTo(0.3, 12);
    expect(scores.get("a")!.peer).toBeCloseTo(30 * Math.log(7 / 4), 10);
  });

  test("an early answer leaves the denominator at the scheduled span", () => {
    const rows = [row("a", 1000, 0.8), row("b", 1000, 0.4)];
    const whole = scoresOf(rows).get("a")!;
    const early = scoresOf(rows, { knownAt: 1250 }).get("a")!;
    expect(early.coverage).toBe(0.25);
    expect(early.peer).toBeCloseTo(whole.peer / 4, 10);
  });

  test("a question that never was open, or that no one of the pool answered, scores nothing", () => {
    expect(questionScores({ ...question, closesAt: 1000 }, [row("a", 900, 0.5)])).toEqual([]);
    expect(questionScores({ ...question, knownAt: 1000 }, [row("a", 900, 0.5)])).toEqual([]);
    expect(questionScores(question, [row("bot", 1000, 0.5, null, false)])).toEqual([]);
  });

  test("a row that ends the instant it starts never stood, and still ends the one before it", () => {
    const scores = scoresOf([row("a", 1000, 0.8), row("a", 1400, 0.3, 1400), row("b", 1000, 0.5)]);
    expect(scores.get("a")!.coverage).toBeCloseTo(0.4, 12);
    expect(scores.get("a")!.brier).toBeCloseTo(0.04, 12);
  });
});

describe("other types of question", () => {
  test("an option that did not exist yet is read as the last one", () => {
    const multiple = { ...question, type: "multiple_choice", outcome: 2 } as const;
    const scores = questionScores(multiple, [{ ...row("a", 1000, 0), forecast: [0.5, 0.3, null, 0.2] }]);
    expect(scores[0]?.baseline).toBeCloseTo(-46.497352071792704, 10);
    expect(scores[0]?.brier).toBeCloseTo((0.25 + 0.09 + 0.64) / 2, 12);
  });

  test("numeric Peer scores are halved and the loss is the CRPS", () => {
    const numeric = { ...question, type: "numeric", outcome: 0.7475, openLower: false, openUpper: false } as const;
    const cdf = (power: number) => Float64Array.from({ length: 201 }, (_, i) => (i / 200) ** power);
    const [straight, bent] = questionScores(numeric, [
      { ...row("a", 1000, 0), forecast: cdf(1) },
      { ...row("b", 1000, 0), forecast: cdf(2) },
    ]);
    expect(straight?.peer).toBeCloseTo(-20.10631034213248, 9);
    expect(bent?.peer).toBeCloseTo(20.10631034213254, 9);
    expect(straight?.brier).toBeCloseTo((0.7475 ** 3 + 0.2525 ** 3) / 3, 9);
  });

  test("someone cannot be inside the pool and outside of it", () => {
    const rows = [row("a", 1000, 0.5), row("a", 1100, 0.5, null, false)];
    expect(() => questionScores(question, rows)).toThrow("inside the pool or outside it");
  });

  test("a probability of nothing is bounded in the logarithm only", () => {
    const [score] = questionScores(question, [row("a", 1000, 0)]);
    expect(score?.brier).toBe(1);
    expect(score?.baseline).toBeCloseTo(100 * Math.log2(0.002), 9);
  });
});

describe("spot scores", () => {
  test("are taken at the reveal time from what stands then", () => {
    const rows = [
      row("a", 1000, 0.8),
      row("a", 1600, 0.1),
      row("b", 1000, 0.4),
      row("c", 1500, 0.5),
      row("d", 1501, 0.5),
    ];
    const scores = scoresOf(rows, { revealAt: 1500 });
    const others = (Math.log(0.4) + Math.log(0.5)) / 2;
    expect(scores.get("a")!.spotPeer).toBeCloseTo(100 * (Math.log(0.8) - others), 9);
    expect(scores.get("a")!.spotBaseline).toBeCloseTo(100 * Math.log2(1.6), 9);
    expect(scores.get("d")!.spotPeer).toBeNull();
  });

  test("at the close read the last moment before it", () => {
    const scores = scoresOf([row("a", 1000, 0.8), row("b", 1000, 0.4, 1900), row("c", 1999, 0.5)]);
    expect(scores.get("b")!.spotPeer).toBeNull();
    expect(scores.get("a")!.spotPeer).toBeCloseTo(100 * Math.log(0.8 / 0.5), 9);
  });
});
