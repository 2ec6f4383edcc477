import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actorLabel } from "#core/event/actor-label.ts";
import { actorMatches, actorPrefixes } from "#core/event/actor-matches.ts";
import { COUNTRY_NAMES, countryName } from "#core/event/country-names.ts";
import { EVENT_TYPES, eventTypeLabel, eventTypeLevel, eventTypeOf } from "#core/event/event-types.ts";
import { typeMatches, typePrefixes } from "#core/event/type-matches.ts";

const PLOVER = "../shared/data/codes/plover.json";

describe("the types of event", () => {
  test.skipIf(!existsSync(PLOVER))(`are those of PLOVER, with its modes and quads, as in ${PLOVER}`, () => {
    const plover: { types: { type: string; quad: string; modes: { name: string }[] }[] } = JSON.parse(
      readFileSync(PLOVER, "utf8"),
    );
    const theirs = plover.types.map(({ type, quad, modes }) => [
      type,
      quad.toLowerCase(),
      modes.map(({ name }) => name),
    ]);
    const ours = EVENT_TYPES.map(({ code, quad, modes }) => [code, quad, modes.map(({ name }) => name)]);
    expect(ours).toEqual(theirs);
  });

  test("are sixteen, each with words for one and for many, a label and a description", () => {
    expect(EVENT_TYPES.length).toBe(16);
    for (const { one, many, label, description, modes } of EVENT_TYPES) {
      expect(one).toMatch(/^an? [a-z]/);
      expect(many).toMatch(/^[a-z]/);
      expect([label, description, ...modes.map((mode) => mode.label)].every((words) => words.length > 0)).toBe(true);
    }
  });

  test.each([
    ["AGREE", "plover"],
    ["COERCE.martial-law", "plover"],
    ["AGREE.timetable", "subtype"],
    ["CONSULT.visit.envoy", "subtype"],
    ["CONSULT.", "unknown"],
    ["CONSULT.Visit", "unknown"],
    ["VISIT", "unknown"],
    ["", "unknown"],
  ])("“%s” is %s", (code, level) => expect(eventTypeLevel(code)).toBe(level));

  test("have words for a mode, for a subtype below a mode, and none for what is unknown", () => {
    expect(eventTypeLabel("ASSAULT.drone")).toBe("Assault: by drone");
    expect(eventTypeLabel("CONSULT.visit.envoy")).toBe("Consultation: visit envoy");
    expect(eventTypeLabel("CONSULT.Visit")).toBe("CONSULT.Visit");
    expect(eventTypeOf("CONSULT.visit.envoy")?.code).toBe("CONSULT");
  });
});

test("a type matches every prefix that is listed for it, and no type beside it", () => {
  expect(typePrefixes("CONSULT.visit").every((prefix) => typeMatches(prefix, "CONSULT.visit"))).toBe(true);
  expect(typeMatches("CONSULT.vis", "CONSULT.visit")).toBe(false);
  expect(typeMatches("CONSULT.visit", "CONSULT.visitor")).toBe(false);
});

test("an actor matches every prefix that is listed for it, by whole pieces", () => {
  expect(actorPrefixes("IRNGOVMIL")).toEqual(["IRN", "IRNGOV", "IRNGOVMIL"]);
  expect(actorPrefixes("IRNGOVMIL").every((prefix) => actorMatches(prefix, "IRNGOVMIL"))).toBe(true);
  expect(actorMatches("", "IRN")).toBe(false);
  expect(actorMatches("IR", "IRN")).toBe(false);
  expect(actorMatches("GOV", "IRNGOV")).toBe(false);
});

test("countries are named once each, by codes of three letters", () => {
  expect(COUNTRY_NAMES.size).toBeGreaterThan(190);
  expect(new Set(COUNTRY_NAMES.values()).size).toBe(COUNTRY_NAMES.size);
  for (const [code, name] of COUNTRY_NAMES) expect(`${code} ${name}`).toMatch(/^[A-Z]{3} \S.*\S$/);
  expect(countryName("ISR")).toBe("Israel");
});

test("an actor is told by country and sector, and by its code where we have no word", () => {
  expect(actorLabel("IRNGOVMIL")).toBe("Iran (government, armed forces)");
  expect(actorLabel("IRNXYZ")).toBe("Iran (XYZ)");
  expect(actorLabel("UNO")).toBe("the United Nations");
  expect(actorLabel("XVA")).toBe("XVA");
});
