"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { EntryView } from "./forecast-view.ts";
import { percentSum, scaledToWhole } from "./scaled-to-whole.ts";

/** A forecast as the entry holds it: in percent, one for a yes/no question and one per option otherwise. */
export interface Stated {
  readonly percents: readonly number[];
  readonly madeAt: number;
}

function stated(row: { probabilities: readonly number[]; madeAt: Date } | null | undefined): Stated | null {
  return row ? { percents: row.probabilities.map(toPercent), madeAt: row.madeAt.getTime() } : null;
}

/** Without the noise of binary fractions, so that 0.29 is 29 again. */
const toPercent = (probability: number) => Math.round(probability * 1e6) / 1e4;

/** Random, and made without `randomUUID`, which browsers offer on https and localhost alone. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function startOf({ question, standing }: EntryView): readonly number[] {
  if (standing) return standing.probabilities.map(toPercent);
  return question.options.length > 0 ? scaledToWhole(question.options.map(() => 0)) : [50];
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.every((percent, k) => Math.abs(percent - (other[k] ?? 0)) < 0.05);
}

/** What is being entered, what stands, what stood before, and the acts that change it. */
export function useForecast(entry: EntryView) {
  const router = useRouter();
  const { submit, isPending, failure } = useSubmission();
  const [standing, setStanding] = useState(() => stated(entry.standing));
  const [previous, setPrevious] = useState(() => stated(entry.history.at(entry.standing ? -2 : -1)));
  const [draft, setDraft] = useState(() => startOf(entry));
  const [rationale, setRationale] = useState("");
  const [done, setDone] = useState<{ act: "saved" | "withdrawn"; at: number } | null>(null);
  // One key for one content: sent again after a lost answer, it is the same forecast.
  const key = useRef<{ content: string; key: string } | null>(null);

  const isBinary = entry.question.options.length === 0;
  const sum = isBinary ? 100 : percentSum(draft);

  async function send(percents: readonly number[], words: string): Promise<boolean> {
    const total = isBinary ? 100 : percents.reduce((all, percent) => all + percent, 0);
    const content = JSON.stringify([percents, words]);
    if (key.current?.content !== content) key.current = { content, key: newKey() };
    const { key: idempotencyKey } = key.current;
    return submit(async () => {
      const { madeAt } = await trpc.forecast.submit.mutate({
        questionId: entry.question.id,
        probabilities: percents.map((percent) => percent / total),
        idempotencyKey,
        ...(words === "" ? {} : { rationale: words }),
      });
      key.current = null;
      setPrevious(standing);
      setStanding({ percents, madeAt: madeAt.getTime() });
      setDraft(percents);
      setRationale("");
      setDone({ act: "saved", at: madeAt.getTime() });
      router.refresh();
    });
  }

  function withdraw(): Promise<boolean> {
    return submit(async () => {
      const { madeAt } = await trpc.forecast.withdraw.mutate({ questionId: entry.question.id });
      setPrevious(standing);
      setStanding(null);
      setDone({ act: "withdrawn", at: madeAt.getTime() });
      router.refresh();
    });
  }

  return {
    draft,
    standing,
    previous,
    rationale,
    done,
    failure,
    isPending,
    isBinary,
    sum,
    isComplete: sum === 100,
    isChanged: standing === null || !isSame(draft, standing.percents) || rationale !== "",
    setRationale,
    change: (place: number, percent: number) => setDraft(draft.map((own, k) => (k === place ? percent : own))),
    scale: () => setDraft(scaledToWhole(draft)),
    revert: () => setDraft(standing?.percents ?? startOf(entry)),
    save: () => send(draft, rationale.trim()),
    /** Takes the last act back: by saying again what stood before, or by withdrawing where nothing did. */
    undo: () => (previous ? send(previous.percents, "") : withdraw()),
    withdraw,
  };
}

export type Forecasting = ReturnType<typeof useForecast>;
