"use client";

import { useState } from "react";
import { DomainError } from "#core/errors.ts";
import { knownSentence, sentenceOf } from "#server/messages/sentence-of.ts";

/** What a failed submission tells the form: one message, and one for each field that has its own. */
export interface Failure {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface ErrorData {
  rule?: string;
  values?: Readonly<Record<string, unknown>>;
  field?: string;
  fields?: Record<string, string>;
}

/** The sentence of a rule that this page knows; a newer server may know others, and then sends its own. */
function shownRule({ rule, values }: ErrorData): string | undefined {
  if (rule === undefined || rule === "input_must_be_valid") return undefined;
  return knownSentence({ code: rule, values: values ?? {} });
}

/** An error of the server's, or of the connection, in words that a form can show. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DomainError) {
    const message = sentenceOf(error);
    return { message, fields: error.field ? { [error.field]: message } : {} };
  }
  if (!(error instanceof Error)) return { message: "Something went wrong. Try again.", fields: {} };
  // By its name: the class would bring the whole client along, which the page to sign in does without.
  if (error.name !== "TRPCClientError") return { message: error.message, fields: {} };
  const { data } = error as Error & { data?: ErrorData | null };
  if (!data) return { message: "Parley cannot be reached. Nothing was lost; try again in a moment.", fields: {} };
  const message = shownRule(data) ?? error.message;
  return { message, fields: { ...data.fields, ...(data.field ? { [data.field]: message } : {}) } };
}

/** Runs what a form does, once at a time, and keeps what went wrong for the form to show. */
export function useSubmission() {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    setPending(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    } finally {
      setPending(false);
    }
  }

  return { submit, isPending, failure };
}
