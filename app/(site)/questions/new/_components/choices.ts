"use client";

import { createContext, useContext } from "react";
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

/** The code that typed words stand for: a choice's label or code, else the words, as codes of that list are written. */
export function codeOf(typed: string, list: CodeListName, choices: readonly Choice[]): string {
  const words = typed.trim();
  const same = (text: string) => text.toLowerCase() === words.toLowerCase();
  const known = choices.find(({ code, label }) => same(code) || same(label) || same(`${label} (${code})`));
  if (known) return known.code;
  if (list === "tags") return words.toLowerCase().replaceAll(/\s+/g, "-");
  const isActor = list !== "types" && list !== "placesAny" && list !== "placesNone";
  return isActor ? words.toUpperCase() : words;
}
