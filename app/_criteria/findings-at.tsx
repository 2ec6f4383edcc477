"use client";

import type { DryRunView } from "#app/_questions/question-view.ts";
import { type FindingPlace, findingPlace } from "./finding-place.ts";

interface Props {
  readonly run: DryRunView | null;
  readonly place: FindingPlace;
}

/** What was found amiss with one part of the form, under its fields: what must change before what is to be noted. */
export function FindingsAt({ run, place }: Props) {
  const found = run?.findings.filter(({ code }) => findingPlace(code) === place) ?? [];
  if (found.length === 0) return null;
  return (
    <ul className="mt-4 space-y-1.5 text-sm" aria-live="polite">
      {found.map(({ code, severity, message }) => (
        <li key={`${code} ${message}`} className="max-w-measure">
          <span className={`font-medium ${severity === "error" ? "text-danger" : "text-pending"}`}>
            {severity === "error" ? "Must change: " : "Note: "}
          </span>
          {message}
        </li>
      ))}
    </ul>
  );
}
