import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DomainError } from "#core/errors.ts";
import { questionScores } from "#core/scoring/question-scores.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { type BundleText, bundleJsonSchema } from "#services/bundle/bundle-document.ts";
import { scoreBundle } from "#services/bundle/score-bundle.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";
import { times } from "#tests/support/chance.ts";
import { madeBundle } from "#tests/support/made-bundle.ts";

const bundle = madeBundle({ questions: 12, forecasters: 10, forecastsEach: 20 });
const bytesOf = (document: unknown) => Buffer.from(JSON.stringify(document));
const scored = scoreBundle(bytesOf(bundle));

/** The bundle with one of its forecasts changed. */
function withForecast(index: number, change: object): BundleText {
  return { ...bundle, forecasts: bundle.forecasts.map((row, i) => (i === index ? { ...row, ...change } : row)) };
}
const refusal = (document: unknown, options = {}) => {
  try {
    return JSON.stringify(scoreBundle(bytesOf(document), options)).slice(0, 80);
  } catch (error) {
    return sentenceOf(error as DomainError);
  }
};

function lines(document: BundleText): Buffer {
  const { format, version, questions, forecasters, forecasts } = document;
  const records = [
    ...forecasts.map((record) => ({ kind: "forecast", ...record })),
    ...questions.map((record) => ({ kind: "question", ...record })),
    ...forecasters.map((record) => ({ kind: "forecaster", ...record })),
  ];
  return Buffer.from([{ kind: "bundle", format, version }, ...records].map((line) => JSON.stringify(line)).join("\n"));
}

describe("scoring a bundle", () => {
  test("gives every metric of every forecaster on every answered question", () => {
    expect(Object.keys(scored)).toEqual(["engine", "inputHash", "scores", "boards", "calibration"]);
    expect(new Set(scored.scores.map(({ metric }) => metric))).toEqual(
      new Set(["peer", "baseline", "spotPeer", "spotBaseline", "brier", "relativeBrier"]),
    );
    expect(new Set(scored.scores.map(({ questionId }) => questionId)).size).toBe(12);
    expect(scored.scores.every(({ value, coverage }) => Number.isFinite(value) && coverage >= 0 && coverage <= 1)).toBe(
      true,
    );
  });

  test("gives what the scoring rules give, question by question", () => {
    const rows = bundle.forecasts.filter(({ questionId }) => questionId === "q3");
    const question = bundle.questions.find(({ id }) => id === "q3")!;
    const direct = questionScores(
      {
        type: "multiple_choice",
        outcome: 1,
        opensAt: Date.parse(question.opensAt),
        closesAt: Date.parse(question.closesAt),
        knownAt: Date.parse(question.resolution!.knownAt),
      },
      rows.map(({ forecasterId, madeAt, probabilities }) => ({
        forecaster: forecasterId,
        madeAt: Date.parse(madeAt),
        endedAt: null,
        forecast: probabilities!,
        inPool: forecasterId !== "f9",
      })),
    );
    for (const { forecaster, peer, peerCoverage } of direct) {
      const found = scored.scores.find(
        (row) => row.questionId === "q3" && row.forecasterId === forecaster && row.metric === "peer",
      );
      expect(found).toMatchObject({ value: peer, coverage: peerCoverage });
    }
  });

  test("sums Peer to zero over the pool of each question", () => {
    for (const { id } of bundle.questions) {
      const own = scored.scores.filter(
        (row) => row.questionId === id && row.metric === "peer" && row.forecasterId !== "f9",
      );
      expect(own.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(0, 9);
    }
  });

  test("ranks people apart from bots, on all time, seasons and topics", () => {
    const names = scored.boards.map(({ scope, of }) => `${scope} ${of}`);
    expect(names).toContain("all people");
    expect(names).toContain("all bots");
    expect(names).toContain("season:2025-q2 people");
    expect(names).toContain("topic:harbour people");
    const bots = scored.boards.find(({ scope, of }) => scope === "all" && of === "bots");
    expect(bots?.rows.map(({ forecasterId, rank }) => [forecasterId, rank])).toEqual([["f9", 1]]);
  });

  test("tells the calibration of the crowd and of each forecaster", () => {
    expect(scored.calibration.crowd?.weight).toBeGreaterThan(3);
    expect(scored.calibration.forecasters.map(({ forecasterId }) => forecasterId)).toContain("f9");
  });

  test("gives the same bytes whatever the order of the records", () => {
    const expected = JSON.stringify(scored);
    const shuffled = (list: readonly unknown[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        shuffled(bundle.questions),
        shuffled(bundle.forecasters),
        shuffled(bundle.forecasts),
        (questions, forecasters, forecasts) => {
          const document = { forecasts, version: 1, questions, forecasters, format: "parley-bundle" };
          expect(JSON.stringify(scoreBundle(bytesOf(document)))).toBe(expected);
        },
      ),
      { numRuns: times(5) },
    );
  });

  test("gives the same bytes from one record a line", () => {
    expect(JSON.stringify(scoreBundle(lines(bundle)))).toBe(JSON.stringify(scored));
  });

  test("hashes what scores are computed from: a probability changes it, a title does not", () => {
    expect(scoreBundle(bytesOf(withForecast(0, { probability: 0.5 }))).inputHash).not.toBe(scored.inputHash);
    const retitled = { ...bundle, questions: bundle.questions.map((question) => ({ ...question, title: "Other" })) };
    expect(scoreBundle(bytesOf(retitled)).inputHash).toBe(scored.inputHash);
  });

  test("gives nothing for an open question or a void", () => {
    const questions = bundle.questions.map((question, i) => {
      const { resolution, ...open } = question;
      return i % 2 === 0 || !resolution ? open : { ...question, resolution: { ...resolution, outcome: null } };
    });
    expect(scoreBundle(bytesOf({ ...bundle, questions }))).toMatchObject({ scores: [], boards: [] });
  });
});

describe("a bundle is refused, and the place named", () => {
  test.each([
    ["an unknown member", withForecast(3, { mood: "high" }), "forecasts[3].mood"],
    ["an unknown member of the document", { ...bundle, extra: [] }, "extra"],
    ["an instant without a zone", withForecast(1, { madeAt: "2025-01-02T00:00:00" }), "forecasts[1].madeAt"],
    ["a question that is not there", withForecast(2, { questionId: "none" }), "forecasts[2].questionId"],
    ["a forecaster who is not there", withForecast(2, { forecasterId: "none" }), "forecasts[2].forecasterId"],
    ["a probability outside the bounds", withForecast(4, { probability: 0.0001 }), "forecasts[4].probability: 0.0001"],
    [
      "probabilities that do not sum to one",
      withForecast(60, { probabilities: [0.5, 0.3, 0.1] }),
      "forecasts[60].probabilities",
    ],
    [
      "a CDF that falls",
      withForecast(80, { cdf: Array.from({ length: 201 }, (_, i) => 1 - i / 200) }),
      "forecasts[80].cdf.1",
    ],
    ["a forecast of another type", withForecast(60, { probability: 0.5 }), "forecasts[60].probability"],
    [
      "two forecasts at one instant",
      { ...bundle, forecasts: [...bundle.forecasts, bundle.forecasts[0]] },
      "forecasts[240].madeAt",
    ],
    ["another format", { ...bundle, version: 2 }, "version"],
  ])("for %s", (_, document, place) => {
    expect(refusal(document)).toContain(place);
  });

  test("for a wrong line, by its number", () => {
    const text = lines(bundle).toString().replace('"probability":', '"probabilty":');
    expect(() => scoreBundle(Buffer.from(text))).toThrow(
      brokenRule("import_must_be_readable", {
        faults: expect.arrayContaining([expect.stringMatching(/line 2: probabilty/)]),
      }),
    );
  });

  test("unless it may clip: then a log score bounds the value and the Brier score keeps it", () => {
    const { scores } = scoreBundle(bytesOf(withForecast(0, { probability: 0 })), { clip: true });
    expect(scores.length).toBe(scored.scores.length);
    expect(refusal(withForecast(0, { probability: -0.1 }), { clip: true })).toContain("lies outside 0..1");
  });
});

test("the published JSON Schema is the one that bundles are read with", async () => {
  const text = `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../public/schemas/parley-bundle-v1.json");
});

describe("parley score", () => {
  const run = (...given: string[]) =>
    spawnSync(process.execPath, ["server/cli/main.ts", "score", ...given], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: "postgres://nobody@localhost:1/none" },
      maxBuffer: 2 ** 26,
    });

  test("prints the scores without any database, and says by its exit status and in words what is wrong", () => {
    const directory = mkdtempSync(join(tmpdir(), "parley-bundle-"));
    const file = join(directory, "bundle.json");
    writeFileSync(file, JSON.stringify(bundle));
    const good = run("--bundle", file);
    expect(good.stderr).toBe("");
    expect(good.stdout).toBe(`${JSON.stringify(scored)}\n`);
    writeFileSync(file, JSON.stringify(withForecast(0, { probability: 1 })));
    const bad = run("--bundle", file);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toBe("");
    expect(bad.stderr).toContain("forecasts[0].probability: 1 lies outside 0.001..0.999");
    expect(run("--bundle", file, "--clip").status).toBe(0);
    rmSync(directory, { recursive: true, force: true });
  });
});
