"use client";

import { Disclosure } from "#app/_components/disclosure.tsx";
import { CodeList } from "./code-list.tsx";
import { MagnitudeFields } from "./magnitude-fields.tsx";
import type { CodeListName, MatchForm } from "./rule-form.ts";

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
  readonly match: MatchForm;
  readonly onChange: (match: MatchForm) => void;
}

/** Which events count: what is stated must all hold, what is left empty may be anything. */
export function MatchFields({ match, onChange }: Props) {
  const further = FURTHER.filter(({ list }) => match[list].length > 0).length + (match.min + match.max === "" ? 0 : 1);
  const lists = (shown: typeof LISTS) =>
    shown.map(({ list, label, hint }) => (
      <CodeList
        key={list}
        list={list}
        label={label}
        {...(hint ? { hint } : {})}
        codes={match[list]}
        onChange={(codes) => onChange({ ...match, [list]: codes })}
      />
    ));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">{lists(LISTS)}</div>
      <Disclosure summary={further > 0 ? `Further conditions (${further} used)` : "Further conditions"}>
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
          {lists(FURTHER)}
          <MagnitudeFields match={match} onChange={(change) => onChange({ ...match, ...change })} />
        </div>
      </Disclosure>
    </>
  );
}
