import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importsOf, sourceFiles } from "./source-files.ts";

const STATE = "server/services/question-state.ts";
const VISIBILITY = "server/services/visibility.ts";

/** The rule of who may see what, or of where a question stands, spelled out. */
const SPELLED = [
  /EXISTS \(SELECT FROM publications \w+ WHERE/,
  /EXISTS \(SELECT FROM final_resolutions \w+ WHERE \w+\.question_id = q\.id\)/,
  /publication: \{ isNot: null \}/,
  /final: \{ is: null \}/,
  /reveal_at (<=|>)/,
  /isCrowdRevealed\(/,
];

const services = sourceFiles("server/services").map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("where a question stands, and who may see it, is spelled in one file each", () => {
  expect(services.length).toBeGreaterThan(300);
  const spelled = services.filter(({ text }) => SPELLED.some((rule) => rule.test(text))).map(({ path }) => path);
  expect(spelled).toEqual([STATE, VISIBILITY]);
});

/**
 * Files that answer a reader, and read questions, topics, events, markets or tournaments. What is not for readers (a command's own loading, Parley's jobs,
 * imports, the whole export, sealing and checking) sees everything.
 */
const ANSWERS_READERS =
  /^server\/services\/(question\/(list-questions|question-by-slug|question-record|question-evaluation|crowd-history)|event\/(list-events|show-event|events-by-ids|log-changes|topic-vocabulary|find-duplicates)|topic\/queries|forecast\/(forecasts-of-question|forecasts-of-user|my-forecasts|own-forecasts)|score\/(scores-of-question|scores-of-user)|resolution\/queries|attribution\/(open-questions|reported-events|effects-in-topic)|board\/(board-scope|list-boards)|calibration\/queries|tournament\/queries|market\/(market-of-question|portfolio|market-hidden-until)|seal\/(leaf-kinds|market-leaf-kinds|topic-leaf-kinds))\.ts$/;

test("every file that answers a reader carries the rule of who may see what", () => {
  const readers = services.filter(({ path }) => ANSWERS_READERS.test(path)).map(({ path }) => path);
  expect(readers).toHaveLength(32);
  expect(readers.filter((path) => !importsOf(path).includes(VISIBILITY))).toEqual([]);
});
