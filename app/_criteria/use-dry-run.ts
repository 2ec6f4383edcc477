"use client";

import { useEffect, useState } from "react";
import { failureOf } from "#app/_forms/use-submission.ts";
import type { DryRunView } from "#app/_questions/question-view.ts";
import { trpc } from "#app/_trpc/client.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";
import type { DraftForm } from "./draft-form-state.ts";
import { criteriaOf, labelsOf } from "./draft-of-form.ts";

const PAUSE_MS = 500;

/** What the rule would say now. The last answer stays in sight while the next is on its way. */
export interface DryRunState {
  readonly run: DryRunView | null;
  readonly isWaiting: boolean;
  /** Why the rule as it stands cannot be asked. */
  readonly problem: string | null;
}

/** What is asked of the server, as one text, so that typing elsewhere in the form asks nothing. */
function askedOf(form: DraftForm): { text: string } | { problem: string } | null {
  if (form.topicId === "") return { problem: "Choose a topic: its log is asked." };
  try {
    const closesAt = new Date(zonedInstant(form.closesAt, form.zone));
    const asked = { topicId: form.topicId, criteria: criteriaOf(form), options: labelsOf(form), closesAt };
    return { text: JSON.stringify(asked) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "A date is missing." };
  }
}

/** Asks the server what the rule says, half a second after it was last changed. */
export function useDryRun(form: DraftForm): DryRunState {
  const [state, setState] = useState<DryRunState>({ run: null, isWaiting: true, problem: null });
  const asked = askedOf(form);
  const text = asked && "text" in asked ? asked.text : null;
  useEffect(() => {
    if (text === null) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setState((before) => ({ ...before, isWaiting: true }));
      try {
        const { closesAt, ...input } = JSON.parse(text);
        const input_ = { ...input, closesAt: new Date(closesAt) };
        const run = await trpc.question.dryRun.mutate(input_, { signal: stop.signal });
        setState({ run, isWaiting: false, problem: null });
      } catch (error) {
        if (stop.signal.aborted) return;
        const { message, fields } = failureOf(error);
        setState((before) => ({ ...before, isWaiting: false, problem: Object.values(fields)[0] ?? message }));
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return asked && "problem" in asked ? { ...state, isWaiting: false, problem: asked.problem } : state;
}
