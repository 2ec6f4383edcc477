"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { newKey } from "#app/_forms/new-key.ts";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { type EntryForm, entryForm, type Numbers } from "./entry-form.ts";
import { forecastable, forecastText } from "./forecast-text.ts";
import type { EntryView } from "./forecast-view.ts";
import { percentSum, scaledToWhole } from "./scaled-to-whole.ts";

/** A forecast that was made: its numbers as the entry holds them, and its very probabilities. */
export interface Stated {
  readonly numbers: Numbers;
  readonly probabilities: readonly number[];
  readonly madeAt: number;
}

/** Whether both say the same, but for the noise of binary fractions. */
function isSame(one: Numbers, other: Numbers): boolean {
  return one.every((number, k) => Math.abs(number - (other[k] ?? 0)) < 1e-6);
}

/** One key for one content: sent again after a lost answer, it is the same forecast. */
function useKey() {
  const held = useRef<{ content: string; key: string } | null>(null);
  return {
    keyOf(content: string): string {
      if (held.current?.content !== content) held.current = { content, key: newKey() };
      return held.current.key;
    },
    forget: () => {
      held.current = null;
    },
  };
}

/** A forecast that was made, as the entry holds it; null when there is none. */
function statedBy(
  form: EntryForm,
  row: { probabilities: readonly number[]; madeAt: Date } | null | undefined,
): Stated | null {
  if (!row) return null;
  const { probabilities, madeAt } = row;
  return { numbers: form.numbersOf(probabilities), probabilities, madeAt: madeAt.getTime() };
}

/** What is being entered, what stands, what stood before, and the acts that change it. */
export function useForecast(entry: EntryView) {
  const router = useRouter();
  const { submit, isPending, failure } = useSubmission();
  const { question } = entry;
  const form = useMemo(() => entryForm(question), [question]);
  const [active, setActive] = useState(() => statedBy(form, entry.active));
  const [previous, setPrevious] = useState(() => statedBy(form, entry.history.at(entry.active ? -2 : -1)));
  const [draft, setDraft] = useState<Numbers>(() => statedBy(form, entry.active)?.numbers ?? form.start);
  const [rationale, setRationale] = useState("");
  const [done, setDone] = useState<{ act: "saved" | "withdrawn"; at: number } | null>(null);
  const key = useKey();

  const kind = question.range ? "distribution" : question.options.length > 0 ? "options" : "binary";

  async function send(probabilities: readonly number[], words: string): Promise<boolean> {
    const idempotencyKey = key.keyOf(JSON.stringify([probabilities, words]));
    return submit(async () => {
      const { madeAt, probabilities: kept } = await trpc.forecast.submit.mutate({
        questionId: question.id,
        probabilities: [...probabilities],
        idempotencyKey,
        ...(words === "" ? {} : { rationale: words }),
      });
      key.forget();
      const made = statedBy(form, { probabilities: kept, madeAt });
      setPrevious(active);
      setActive(made);
      setDraft(made?.numbers ?? form.start);
      setRationale("");
      setDone({ act: "saved", at: madeAt.getTime() });
      router.refresh();
    });
  }

  function withdraw(): Promise<boolean> {
    return submit(async () => {
      const { madeAt } = await trpc.forecast.withdraw.mutate({ questionId: question.id });
      setPrevious(active);
      setActive(null);
      setDone({ act: "withdrawn", at: madeAt.getTime() });
      router.refresh();
    });
  }

  const stated = useMemo(() => form.stated(draft), [form, draft]);
  return {
    kind,
    draft,
    ...stated,
    active,
    previous,
    rationale,
    done,
    failure,
    isPending,
    sum: kind === "options" ? percentSum(draft) : 100,
    isComplete: stated.fault === null,
    isChanged: active === null || !isSame(draft, active.numbers) || rationale !== "",
    /** A forecast in a few words. */
    words: (probabilities: readonly number[]) => forecastText(probabilities, forecastable(question)),
    setRationale,
    change: (place: number, to: number) => setDraft(form.moved(draft, place, to)),
    scale: () => setDraft(scaledToWhole(draft)),
    revert: () => setDraft(active?.numbers ?? form.start),
    save: async () => stated.fault === null && send(stated.probabilities, rationale.trim()),
    /** Takes the last act back: says again what stood before, or withdraws. */
    undo: () => (previous ? send(previous.probabilities, "") : withdraw()),
    withdraw,
  };
}

export type Forecasting = ReturnType<typeof useForecast>;
