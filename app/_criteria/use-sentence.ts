"use client";

import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import type { DraftForm } from "./draft-form-state.ts";
import { criteriaOf } from "./draft-of-form.ts";
import { useActorNaming } from "./use-actor-naming.ts";

/** The rule as it is typed, in words, without a question to the server; null while a date cannot be read. */
export function useSentence(form: DraftForm): string | null {
  const named = useActorNaming();
  try {
    return named(criteriaSentence(criteriaOf(form)));
  } catch {
    return null;
  }
}
