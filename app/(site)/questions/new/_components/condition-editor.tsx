"use client";

import { useId } from "react";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { CodeList } from "./code-list.tsx";
import { MagnitudeFields } from "./magnitude-fields.tsx";
import type { CodeListName, ConditionForm, Frequency, MatchForm } from "./rule-form.ts";

const FREQUENCIES: readonly { value: Frequency; label: string }[] = [
  { value: "once", label: "happens at least once" },
  { value: "times", label: "happens at least … times" },
  { value: "never", label: "does not happen" },
  { value: "fewer", label: "happens fewer than … times" },
];

const LISTS: readonly { list: CodeListName; label: string; hint?: string }[] = [
  {
    list: "types",
    label: "What kind of event",
    hint: "Type a word, such as visit or agreement. Any of those named will do.",
  },
  { list: "actorsAll", label: "Who takes part: all of" },
  { list: "actorsAny", label: "Who takes part: at least one of" },
  { list: "placesAny", label: "Where: in one of", hint: "A country, or a place by its name." },
];
const FURTHER: readonly { list: CodeListName; label: string; hint?: string }[] = [
  { list: "actorsNone", label: "Without" },
  { list: "initiator", label: "Begun by one of" },
  { list: "recipient", label: "Directed at one of" },
  { list: "mediator", label: "Mediated by one of" },
  { list: "placesNone", label: "Not in" },
  { list: "tags", label: "Tagged with all of" },
];

interface Props {
  readonly condition: ConditionForm;
  readonly onChange: (condition: ConditionForm) => void;
}

/** Which events count, and how often they are to happen. */
export function ConditionEditor({ condition, onChange }: Props) {
  const id = useId();
  const { match, frequency } = condition;
  const setMatch = (change: Partial<MatchForm>) => onChange({ ...condition, match: { ...match, ...change } });
  const isCounted = frequency === "times" || frequency === "fewer";
  const furtherUsed =
    FURTHER.filter(({ list }) => match[list].length > 0).length + (match.min + match.max === "" ? 0 : 1);
  const lists = (shown: typeof LISTS) =>
    shown.map(({ list, label, hint }) => (
      <CodeList
        key={list}
        list={list}
        label={label}
        {...(hint ? { hint } : {})}
        codes={match[list]}
        onChange={(codes) => setMatch({ [list]: codes })}
      />
    ));
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          An event like this
        </label>
        <Select
          id={id}
          className="w-auto"
          value={frequency}
          onChange={(event) => onChange({ ...condition, frequency: event.target.value as Frequency })}
        >
          {FREQUENCIES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        {isCounted ? (
          <TextInput
            type="number"
            min={1}
            max={1000}
            aria-label="How many times"
            className="w-20"
            value={condition.times}
            onChange={(event) => onChange({ ...condition, times: event.target.value })}
          />
        ) : null}
      </div>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">{lists(LISTS)}</div>
      <Disclosure summary={furtherUsed > 0 ? `Further conditions (${furtherUsed} used)` : "Further conditions"}>
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
          {lists(FURTHER)}
          <MagnitudeFields match={match} onChange={setMatch} />
        </div>
      </Disclosure>
    </div>
  );
}
