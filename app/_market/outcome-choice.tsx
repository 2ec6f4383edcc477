"use client";

import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import type { Side } from "./market-view.ts";
import { isYesNo } from "./share-words.ts";

interface Props {
  readonly outcomes: readonly string[];
  readonly outcome: number;
  readonly side: Side;
  /** A trade toward a forecast finds its side by itself. */
  readonly hasSide: boolean;
  readonly onChange: (change: { outcome?: number; side?: Side }) => void;
}

/** Which share: of yes or no, or of an option or against it. */
export function OutcomeChoice({ outcomes, outcome, side, hasSide, onChange }: Props) {
  const yesNo = isYesNo(outcomes);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {yesNo ? null : (
        <Field label="Outcome">
          {(control) => (
            <Select
              {...control}
              value={outcome}
              onChange={(event) => onChange({ outcome: Number(event.target.value) })}
            >
              {outcomes.map((label, place) => (
                <option key={label} value={place}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {hasSide ? (
        <Field label="Shares of">
          {(control) => (
            <Select {...control} value={side} onChange={(event) => onChange({ side: event.target.value as Side })}>
              <option value="yes">{yesNo ? "Yes" : "this outcome"}</option>
              <option value="no">{yesNo ? "No" : "all the others"}</option>
            </Select>
          )}
        </Field>
      ) : null}
    </div>
  );
}
