import { describe, expect, test } from "vitest";
import { ArgumentError, DomainError, RULES, type RuleCode } from "#core/errors.ts";
import { ENGLISH } from "#server/messages/english/english.ts";
import { knownSentence, sentenceOf } from "#server/messages/sentence-of.ts";
import { SAMPLES } from "./sample-values.ts";

const codes = Object.keys(RULES) as RuleCode[];
const samplesOf = (code: RuleCode): readonly object[] => (SAMPLES as Partial<Record<RuleCode, object[]>>)[code] ?? [{}];

describe("the sentences of rules", () => {
  test("are there for every rule, and for nothing else", () => {
    expect(Object.keys(ENGLISH).sort()).toEqual(codes.toSorted());
  });

  test("need values exactly where the rule carries some", () => {
    const needing = codes.filter((code) => typeof ENGLISH[code] === "function");
    expect(needing.sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  test.each(codes)("%s is a sentence for each way in which it is broken", (code) => {
    const sentences = samplesOf(code).map((values) => sentenceOf({ code, values: { ...values } }));
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[“A-Za-z0-9-].*[.?”:a-z0-9]$/s);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|Invalid Date|_must_/);
    }
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test("are not known of a rule that this version does not have", () => {
    expect(knownSentence({ code: "moon_must_be_full", values: {} })).toBeUndefined();
    expect(knownSentence({ code: "constructor", values: {} })).toBeUndefined();
    expect(sentenceOf({ code: "moon_must_be_full", values: {} })).toContain("moon_must_be_full");
  });

  test("show nothing of what a guard against our own mistakes says", () => {
    const error = new ArgumentError("A window needs a width.");
    expect(error.message).toBe("A window needs a width.");
    expect(error).toBeInstanceOf(DomainError);
    expect(sentenceOf(error)).not.toContain("width");
  });

  test("come of the code and the values alone, so that an error is plain data", () => {
    const error = new DomainError("slug_must_be_free", { of: "topic", field: "slug" });
    expect(error.broken).toEqual({ code: "slug_must_be_free", values: { of: "topic" } });
    expect(error.field).toBe("slug");
    expect(error.inField("other").field).toBe("slug");
    expect(sentenceOf(structuredClone(error.broken))).toBe("Another topic already has this address.");
  });
});
