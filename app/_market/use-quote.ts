"use client";

import { useEffect, useState } from "react";
import { failureOf } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { QuoteRequest, QuoteView } from "./market-view.ts";

const PAUSE_MS = 250;

interface Quoted {
  /** The request that was answered, as text. */
  readonly asked: string;
  readonly quote: QuoteView | null;
  readonly message: string | null;
}

/** What the trade would do now, asked a moment after the last change. An answer to an earlier request is not shown. */
export function useQuote(request: QuoteRequest | null, version: number) {
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const asked = request
    ? `${JSON.stringify(request, (_, value) => (typeof value === "bigint" ? String(value) : value))} ${version}`
    : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the request and its version, as a text that can be compared.
  useEffect(() => {
    if (!request) return;
    let isLatest = true;
    const timer = setTimeout(() => {
      trpc.market.quote.query(request).then(
        (quote) => isLatest && setQuoted({ asked, quote, message: null }),
        (error) => isLatest && setQuoted({ asked, quote: null, message: failureOf(error).message }),
      );
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [asked]);
  const isCurrent = quoted?.asked === asked;
  return {
    quote: isCurrent ? quoted.quote : null,
    message: isCurrent ? quoted.message : null,
    isWaiting: request !== null && !isCurrent,
  };
}
