"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { newKey } from "#app/_forms/new-key.ts";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { entryForm, type Numbers } from "./entry-form.ts";
import { forecastable, forecastText } from "./forecast-text.ts";
import type { EntryView } from "./forecast-view.ts";
import { percentSum, scaledToWhole } from "./scaled-to-whole.ts";

/** A forecast that was made: its numbers as the entry holds them, and its very probabilities. */
export interface Stated {
  readonly numbers: Numbers;
  readonly probabilities: readonly number[];
  readonly madeAt: number;
}

function isSame(one: Numbers, other: Numbers): boolean {
  return one.every((number, k) => Math.abs(number - (other[k] ?? 0)) < 0.05);
}

/** What is being entered, what stands, what stood before, and the acts that change it. */
export function useForecast(entry: EntryView) {
  const router = useRouter();
  const { submit, isPending, failure } = useSubmission();
  const { question } = entry;
  const form = useMemo(() => entryForm(question), [question]);
  const stated = (row: { probabilities: readonly number[]; madeAt: Date } | null | undefined): Stated | null =>
    row
      ? { numbers: form.numbersOf(row.probabilities), probabilities: row.probabilities, madeAt: row.madeAt.getTime() }
      : null;
  const [standing, setStanding] = useState(() => stated(entry.standing));
  const [previous, setPrevious] = useState(() => stated(entry.history.at(entry.standing ? -2 : -1)));
  const [draft, setDraft] = useState<Numbers>(() => stated(entry.standing)?.numbers ?? form.start);
  const [rationale, setRationale] = useState("");
  const [done, setDone] = useState<{ act: "saved" | "withdrawn"; at: number } | null>(null);
  // One key for one content: sent again after a lost answer, it is the same forecast.
  const key = useRef<{ content: string; key: string } | null>(null);

  const kind = question.range ? "distribution" : question.options.length > 0 ? "options" : "binary";

  async function send(probabilities: readonly number[], words: string): Promise<boolean> {
    const content = JSON.stringify([probabilities, words]);
    if (key.current?.content !== content) key.current = { content, key: newKey() };
    const { key: idempotencyKey } = key.current;
    return submit(async () => {
      const { madeAt, probabilities: kept } = await trpc.forecast.submit.mutate({
        questionId: question.id,
        probabilities: [...probabilities],
        idempotencyKey,
        ...(words === "" ? {} : { rationale: words }),
      });
      key.current = null;
      const made = stated({ probabilities: kept, madeAt });
      setPrevious(standing);
      setStanding(made);
      setDraft(made?.numbers ?? form.start);
      setRationale("");
      setDone({ act: "saved", at: madeAt.getTime() });
      router.refresh();
    });
  }

  function withdraw(): Promise<boolean> {
    return submit(async () => {
      const { madeAt } = await trpc.forecast.withdraw.mutate({ questionId: question.id });
      setPrevious(standing);
      setStanding(null);
      setDone({ act: "withdrawn", at: madeAt.getTime() });
      router.refresh();
    });
  }

  const isComplete = form.isComplete(draft);
  return {
    kind,
    draft,
    /** The probabilities that the draft states; null while it states none. */
    probabilities: isComplete ? form.probabilitiesOf(draft) : null,
    standing,
    previous,
    rationale,
    done,
    failure,
    isPending,
    sum: kind === "options" ? percentSum(draft) : 100,
    isComplete,
    isChanged: standing === null || !isSame(draft, standing.numbers) || rationale !== "",
    /** A forecast in a few words. */
    words: (probabilities: readonly number[]) => forecastText(probabilities, forecastable(question)),
    setRationale,
    change: (place: number, to: number) => setDraft(form.moved(draft, place, to)),
    scale: () => setDraft(scaledToWhole(draft)),
    revert: () => setDraft(standing?.numbers ?? form.start),
    save: () => send(form.probabilitiesOf(draft), rationale.trim()),
    /** Takes the last act back: by saying again what stood before, or by withdrawing where nothing did. */
    undo: () => (previous ? send(previous.probabilities, "") : withdraw()),
    withdraw,
  };
}

export type Forecasting = ReturnType<typeof useForecast>;
