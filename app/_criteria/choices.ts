"use client";

import { createContext, useContext } from "react";
import { foldedText } from "#core/text/folded-text.ts";
import type { CodeListName } from "./rule-form.ts";

/** Something that may be chosen: its code, and what people call it. */
export interface Choice {
  readonly code: string;
  readonly label: string;
}

/** What the lists of the builder offer. Other codes may be typed. */
export interface Choices {
  readonly types: readonly Choice[];
  readonly actors: readonly Choice[];
  readonly places: readonly Choice[];
}

export const ChoicesContext = createContext<Choices>({ types: [], actors: [], places: [] });

const NONE: readonly Choice[] = [];

/** What one list of a condition offers. */
export function useChoices(list: CodeListName): readonly Choice[] {
  const { types, actors, places } = useContext(ChoicesContext);
  if (list === "types") return types;
  if (list === "tags") return NONE;
  return list === "placesAny" || list === "placesNone" ? places : actors;
}

/** Names as they are compared: without case, and without an article. */
const plain = (text: string) => foldedText(text).replace(/^the /, "");

/**
 * The code that typed words stand for: a choice's label or code, or the only one whose label holds the words; else the
 * words themselves, as codes of that list are written. A place may be any name, so there only a whole one is taken.
 */
export function codeOf(typed: string, list: CodeListName, choices: readonly Choice[]): string {
  const words = plain(typed);
  const isPlace = list === "placesAny" || list === "placesNone";
  const known = choices.find(({ code, label }) =>
    [code, label, `${label} (${code})`].some((text) => plain(text) === words),
  );
  if (known) return known.code;
  const holding = isPlace || words.length < 3 ? [] : choices.filter(({ label }) => plain(label).includes(words));
  const [only] = holding;
  if (only && holding.length === 1) return only.code;
  if (list === "tags") return words.replaceAll(/\s+/g, "-");
  return isPlace || list === "types" ? typed.trim() : typed.trim().toUpperCase();
}
