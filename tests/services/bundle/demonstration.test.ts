import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BundleCalibrationReport } from "#core/bundle/bundle-calibration.ts";
import { calibrationBins } from "#core/calibration/calibration-bins.ts";
import { addCells } from "#core/calibration/calibration-cell.ts";
import { pointsOfCells } from "#core/calibration/calibration-point.ts";
import { corpDecomposition } from "#core/calibration/corp-decomposition.ts";
import { fromNanos } from "#core/nanos.ts";
import type { Database } from "#db/client.ts";
import { seedDemonstration } from "#seed/seed-demonstration.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { scoreBundle } from "#services/bundle/score-bundle.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { totalsFaults } from "#tests/support/ledger-totals.ts";
import { job } from "#tests/support/people.ts";
import { storedFigures } from "#tests/support/stored-figures.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { exportedBytes } from "#tests/support/whole-bundle.ts";

let source: Database;
let bytes: Buffer;
let bundle: BundleText;
let scored: ReturnType<typeof scoreBundle>;
beforeAll(async () => {
  source = await testDatabase();
  await seedDemonstration(job(source.prisma, "seed"));
  bytes = await exportedBytes(job(source.prisma));
  bundle = JSON.parse(bytes.toString());
  scored = scoreBundle(bytes);
}, 240_000);
afterAll(() => source.close());

const METRICS = ["peer", "baseline", "spotPeer", "spotBaseline", "brier", "relativeBrier"] as const;

describe("the export of the demonstration", () => {
  test("has every kind of question, answered and open, with what belongs to each", () => {
    const kinds = new Set(
      bundle.questions.map(({ type, resolution }) => `${type} ${resolution ? "answered" : "open"}`),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining(["binary answered", "binary open", "numeric answered", "numeric open", "date open"]),
    );
    const numbers = bundle.questions.filter(({ type }) => type === "numeric" || type === "date");
    expect(numbers.every(({ range }) => range)).toBe(true);
    const own = new Set(numbers.map(({ id }) => id));
    const forecasts = bundle.forecasts.filter(({ questionId }) => own.has(questionId));
    expect(forecasts.length).toBeGreaterThan(50);
    expect(forecasts.every(({ cdf, probabilities }) => cdf?.length === 201 && !probabilities)).toBe(true);
    expect(bundle.questions.some(({ criteria }) => criteria?.earlier && criteria.clarifications)).toBe(true);
    expect(bundle.trades?.length).toBeGreaterThan(100);
    expect(bundle.tournaments?.length).toBe(1);
  });

  test("scores to the stored scores to the last digit, of every question of every kind", async () => {
    const rows = await source.prisma.score.findMany({
      where: { run: { current: { isNot: null } } },
      include: { forecaster: true, run: { include: { question: true } } },
    });
    const expected = rows.flatMap((row) =>
      METRICS.flatMap((metric) => {
        const coverage =
          metric === "spotPeer" || metric === "spotBaseline"
            ? 1
            : metric === "peer" || metric === "relativeBrier"
              ? row.peerCoverage
              : row.coverage;
        const place = `${row.run.question.type} ${row.run.question.slug} ${row.forecaster.name} ${metric}`;
        return row[metric] === null ? [] : [`${place}: ${row[metric]} over ${coverage}`];
      }),
    );
    const typeOf = new Map(bundle.questions.map(({ id, type }) => [id, type]));
    const found = scored.scores.map(({ questionId, forecasterId, metric, value, coverage }) => {
      return `${typeOf.get(questionId)} ${questionId} ${forecasterId} ${metric}: ${value} over ${coverage}`;
    });
    expect(found.some((line) => line.startsWith("numeric "))).toBe(true);
    expect(found.length).toBeGreaterThan(1000);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test("ranks as the stored boards do, to the last digit, tournaments among them", async () => {
    const rows = await source.prisma.boardEntry.findMany({ include: { forecaster: true } });
    const topics = await source.prisma.topic.findMany({ select: { id: true, slug: true } });
    const cups = await source.prisma.tournament.findMany({ select: { id: true, slug: true } });
    const slugs = new Map([...topics, ...cups].map(({ id, slug }) => [id, slug]));
    const expected = rows.map((row) => {
      const [kind = "", id = ""] = row.scope.split(":");
      const scope = id === "" ? kind : `${kind}:${slugs.get(id) ?? id}`;
      const figures = [
        row.rating,
        fromNanos(row.peerNanos),
        fromNanos(row.peerCoverNanos),
        row.questions,
        row.meanBrier,
      ];
      return `${scope} ${row.forecaster.name}: ${figures.join(" ")}`;
    });
    const found = scored.boards.flatMap(({ scope, rows: entries }) =>
      entries.map(({ forecasterId, rating, peer, coverage, questions, meanBrier }) => {
        return `${scope} ${forecasterId}: ${[rating, peer, coverage, questions, meanBrier].join(" ")}`;
      }),
    );
    expect(found.some((line) => line.startsWith("tournament:muscat-answered "))).toBe(true);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test("is calibrated as the stored cells say, to the last digit, the crowd as well", async () => {
    const cells = await source.run(
      `SELECT COALESCE(u.name, c.subject) AS subject, c.horizon, c.cell, c.weight_nanos::text AS weight, c.outcome_nanos::text AS outcome
       FROM calibration_cells c LEFT JOIN users u ON u.id::text = c.subject WHERE c.scope = 'all'`,
    );
    const expected = new Map<string, Omit<BundleCalibrationReport, never>>();
    for (const [subject, own] of Map.groupBy(cells, (row) => String(row.subject))) {
      const added = addCells(
        own.map(({ cell, weight, outcome }) => {
          return { cell: Number(cell), weightNanos: BigInt(String(weight)), outcomeNanos: BigInt(String(outcome)) };
        }),
      );
      const points = pointsOfCells(added);
      const { score, miscalibration, discrimination, uncertainty } = corpDecomposition(points);
      const weight = points.reduce((sum, point) => sum + point.weight, 0);
      const bins = calibrationBins(added).filter((bin) => bin.weight > 0);
      expected.set(subject, { weight, brier: score, miscalibration, discrimination, uncertainty, bins });
    }
    expect(expected.size).toBeGreaterThan(10);
    expect(scored.calibration.crowd).toEqual(expected.get("crowd"));
    expected.delete("crowd");
    const found = new Map(scored.calibration.forecasters.map(({ forecasterId, ...report }) => [forecasterId, report]));
    expect(found).toEqual(expected);
  });
});

describe("the demonstration brought into an empty database", () => {
  let target: Database;
  beforeAll(async () => {
    target = await testDatabase();
    await importBundle(job(target.prisma), bytes);
  }, 240_000);
  afterAll(() => target.close());

  test("goes out again as it came in, byte for byte", async () => {
    expect((await exportedBytes(job(target.prisma))).toString()).toBe(bytes.toString());
  });

  test("has the same scores, boards, calibration, crowds, trades, positions and settlements", async () => {
    const [found, expected] = [await storedFigures(target), await storedFigures(source)];
    for (const name of Object.keys(expected) as (keyof typeof expected)[]) {
      expect(expected[name].length, name).toBeGreaterThan(10);
      expect(found[name], name).toBe(expected[name]);
    }
  });

  test("keeps everybody marked as simulated, and the ledger balanced", async () => {
    const forecasters = { forecasts: { some: {} } };
    expect(await target.prisma.user.count({ where: { ...forecasters, isSimulated: false } })).toBe(0);
    expect(await totalsFaults(target.prisma)).toEqual([]);
  });
});
