"use client";

import { useContext } from "react";
import { namedActors } from "#core/event/named-actors.ts";
import { ChoicesContext } from "./choices.ts";

/** Puts the log's own names for actors into words that were made in the browser. */
export function useActorNaming(): (text: string) => string {
  const { actors } = useContext(ChoicesContext);
  const names = new Map(actors.map(({ code, label }) => [code, label]));
  return (text) => namedActors(text, names);
}
