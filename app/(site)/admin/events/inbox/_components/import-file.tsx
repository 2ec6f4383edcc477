"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import type { EventFormat } from "#core/event/import/event-file.ts";
import { ImportReport } from "./import-report.tsx";
import { SampleEvents } from "./sample-events.tsx";
import { useEventFile } from "./use-event-file.ts";

/** Brings in a file: first how it reads, then, on a second press, its rows, part by part. */
export function ImportFile({ topicId }: { topicId: string }) {
  const router = useRouter();
  const [format, setFormat] = useState<EventFormat>("gdelt");
  const [file, setFile] = useState<File | null>(null);
  const { preview, share, outcome, failure, hasBegun, isPending, forget, look, bring } = useEventFile(topicId, () =>
    router.refresh(),
  );

  return (
    <Disclosure summary="Bring in a file" isOpen={preview !== null || outcome !== null}>
      <div className="space-y-4 pt-2">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="It comes from">
            {(control) => (
              <Select
                {...control}
                value={format}
                onChange={(event) => {
                  setFormat(event.target.value as EventFormat);
                  forget();
                }}
              >
                {FORMATS.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="File" hint="Plain, or packed: .gz, or a .zip with one file in it.">
            {(control) => (
              <input
                {...control}
                type="file"
                onChange={(event) => {
                  setFile(event.target.files?.[0] ?? null);
                  forget();
                }}
                className="block w-full text-sm file:mr-3 file:rounded-md file:border file:border-outline file:bg-raised file:px-3 file:py-2"
              />
            )}
          </Field>
        </div>
        <FailureNotice
          failure={failure}
          title={hasBegun ? "The file was not brought in whole" : "The file was not brought in"}
        >
          {hasBegun ? "What came in before this stays; the same file again adds only the rest." : null}
        </FailureNotice>
        {preview ? <SampleEvents report={preview} /> : null}
        {share === null ? null : (
          <label className="block text-sm">
            {Math.round(share * 100)}% of the file
            <progress value={share} max={1} className="block w-full" />
          </label>
        )}
        {outcome ? <ImportReport outcome={outcome} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button tone="secondary" disabled={isPending || !file} onClick={() => file && void look(format, file)}>
            {isPending && share === null ? "Reading…" : "Look at it first"}
          </Button>
          <Button disabled={isPending || !file || !preview} onClick={() => file && void bring(format, file)}>
            {share === null ? "Bring in all of it" : "Bringing in…"}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

/** The forms of files that events come in, as people know them. */
const FORMATS: ReadonlyArray<readonly [EventFormat, string]> = [
  ["gdelt", "GDELT, 2.0 or 1.0"],
  ["icews", "ICEWS"],
  ["plover", "PLOVER, JSON"],
  ["csv", "Parley's own table, CSV"],
  ["json", "Parley's own records, JSON"],
];
