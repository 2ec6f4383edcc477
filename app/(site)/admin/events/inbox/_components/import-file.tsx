"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { Select } from "#app/_components/select.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { addedReports, type RowCounts } from "#core/event/import/added-reports.ts";
import { type EventFormat, eventFileParts } from "#core/event/import/event-file-parts.ts";
import type { AppRouter } from "#server/api/root.ts";
import { ImportReport } from "./import-report.tsx";
import { SampleEvents } from "./sample-events.tsx";

type Report = inferRouterOutputs<AppRouter>["inbox"]["import"];

const FORMATS: ReadonlyArray<readonly [EventFormat, string]> = [
  ["gdelt", "GDELT, 2.0 or 1.0"],
  ["icews", "ICEWS"],
  ["plover", "PLOVER, JSON"],
  ["csv", "Parley's own table, CSV"],
  ["json", "Parley's own records, JSON"],
];

/** The text of a file, unpacked when its name says that it is packed. */
async function textOf(file: File): Promise<string> {
  const isPacked = file.name.endsWith(".gz");
  const stream = isPacked ? file.stream().pipeThrough(new DecompressionStream("gzip")) : file.stream();
  return new Response(stream).text();
}

/** Brings in a file: first how it reads, then, on a second press, its rows, part by part. */
export function ImportFile({ topicId }: { topicId: string }) {
  const router = useRouter();
  const [format, setFormat] = useState<EventFormat>("gdelt");
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Report | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [report, setReport] = useState<RowCounts | null>(null);
  const { submit, isPending, failure } = useSubmission();

  function choose(change: { format?: EventFormat; file?: File | null }) {
    if (change.format) setFormat(change.format);
    if (change.file !== undefined) setFile(change.file);
    setPreview(null);
    setReport(null);
  }

  async function look(chosen: File) {
    await submit(async () => {
      const [first] = eventFileParts(format, await textOf(chosen));
      if (!first) throw new Error("The file is empty.");
      setPreview(await trpc.inbox.import.mutate({ topicId, format, fileName: chosen.name, ...first, isPreview: true }));
    });
  }

  async function bring(chosen: File) {
    await submit(async () => {
      const parts = eventFileParts(format, await textOf(chosen));
      const reports: Report[] = [];
      for (const [done, part] of parts.entries()) {
        setProgress({ done, of: parts.length });
        reports.push(await trpc.inbox.import.mutate({ topicId, format, fileName: chosen.name, ...part }));
      }
      setReport(addedReports(reports));
      setPreview(null);
      router.refresh();
    });
    setProgress(null);
  }

  return (
    <Disclosure summary="Bring in a file" isOpen={preview !== null || report !== null}>
      <div className="space-y-4 pt-2">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="It comes from">
            {(control) => (
              <Select
                {...control}
                value={format}
                onChange={(event) => choose({ format: event.target.value as EventFormat })}
              >
                {FORMATS.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="File" hint="A packed one (.gz) is unpacked here.">
            {(control) => (
              <input
                {...control}
                type="file"
                onChange={(event) => choose({ file: event.target.files?.[0] ?? null })}
                className="block w-full text-sm file:mr-3 file:rounded-md file:border file:border-outline file:bg-raised file:px-3 file:py-2"
              />
            )}
          </Field>
        </div>
        {failure ? (
          <Notice tone="error" live title="The file was not brought in whole">
            {failure.message} What came in before this stays; the same file again adds only the rest.
          </Notice>
        ) : null}
        {preview ? <SampleEvents report={preview} /> : null}
        {progress ? (
          <label className="block text-sm">
            Part {progress.done + 1} of {progress.of}
            <progress value={progress.done} max={progress.of} className="block w-full" />
          </label>
        ) : null}
        {report ? <ImportReport report={report} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button tone="secondary" disabled={isPending || !file} onClick={() => file && void look(file)}>
            {isPending && !progress ? "Reading…" : "Look at it first"}
          </Button>
          <Button disabled={isPending || !file || !preview} onClick={() => file && void bring(file)}>
            {progress ? "Bringing in…" : "Bring in all of it"}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
