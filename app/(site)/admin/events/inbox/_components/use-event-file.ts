"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useState } from "react";
import { newKey } from "#app/_forms/new-key.ts";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { EventFormat, EventText } from "#core/event/import/event-file.ts";
import type { AppRouter } from "#server/api/root.ts";
import { type BroughtIn, bringInEvents, lookAtEvents } from "#server/files/bring-in-events.ts";
import { textOfFile } from "#server/files/text-of-file.ts";

export type Report = inferRouterOutputs<AppRouter>["inbox"]["import"];
export interface Outcome extends BroughtIn {
  /** A name for the file of the rows that were left out. */
  readonly leftOutName: string;
  readonly hasMark: boolean;
}

/** A file that is looked at and then brought in, part by part, into a topic's inbox. */
export function useEventFile(topicId: string, onDone: () => void) {
  const [preview, setPreview] = useState<Report | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [hasBegun, setBegun] = useState(false);
  const { submit, isPending, failure } = useSubmission();

  function forget() {
    setPreview(null);
    setOutcome(null);
  }

  async function look(format: EventFormat, file: File) {
    forget();
    setBegun(false);
    await submit(async () => {
      const { text } = await textOf(file);
      const send = (part: EventText) =>
        trpc.inbox.import.mutate({ topicId, fileName: file.name, ...part, isPreview: true });
      setPreview(await lookAtEvents(format, text, send));
    });
  }

  async function bring(format: EventFormat, file: File) {
    await submit(async () => {
      const { text, hasMark } = await textOf(file);
      const run = newKey();
      setShare(0);
      const brought = await bringInEvents(format, text, {
        send: (part) => trpc.inbox.import.mutate({ topicId, fileName: file.name, run, ...part }),
        advance(done) {
          setBegun(true);
          setShare(done);
        },
      });
      setOutcome({ ...brought, hasMark, leftOutName: leftOutName(file.name) });
      setPreview(null);
      onDone();
    });
    setShare(null);
  }

  return { preview, share, outcome, failure, hasBegun, isPending, forget, look, bring };
}

const textOf = async (file: File) => textOfFile(new Uint8Array(await file.arrayBuffer()));

/** `week.csv.gz` → `week-left-out.csv`: what is left out is not packed. */
function leftOutName(name: string): string {
  const plain = name.replace(/\.(gz|zip)$/i, "");
  const dot = plain.lastIndexOf(".");
  return dot > 0 ? `${plain.slice(0, dot)}-left-out${plain.slice(dot)}` : `${plain}-left-out`;
}
