"use client";

import { FieldGroup } from "#app/_components/field-group.tsx";
import type { KnownActor } from "#app/_events/event-view.ts";
import { COUNTRY_NAMES } from "#core/event/country-names.ts";
import { ActorRow } from "./actor-row.tsx";
import { type ActorDraft, emptyActor } from "./event-draft.ts";
import type { PartProps } from "./field-props.ts";
import { PartTitle } from "./part-title.tsx";
import { AddRow } from "./row-buttons.tsx";

const CODES = "event-actor-codes";

/** Who took part, and in which role. */
export function ActorsPart({ draft, change, errors, known }: PartProps & { known: readonly KnownActor[] }) {
  const { actors } = draft;
  const names = new Map([...COUNTRY_NAMES, ...known.map(({ code, name }) => [code, name] as const)]);
  const update = (key: number, changes: Partial<ActorDraft>) =>
    change({ actors: actors.map((actor) => (actor.key === key ? { ...actor, ...changes } : actor)) });
  const used = new Set(known.map(({ code }) => code));
  return (
    <FieldGroup
      legend={<PartTitle>Who took part</PartTitle>}
      hint="A code for each: a country (IRN), or a country and a sector (IRNGOV)."
      error={errors.actors}
    >
      <datalist id={CODES}>
        {known.map(({ code, name }) => (
          <option key={code} value={code} label={name} />
        ))}
        {[...COUNTRY_NAMES].map(([code, name]) =>
          used.has(code) ? null : <option key={code} value={code} label={name} />,
        )}
      </datalist>
      <ul className="space-y-3">
        {actors.map((actor, index) => (
          <ActorRow
            key={actor.key}
            actor={actor}
            index={index}
            codes={CODES}
            name={names.get(actor.code.trim().toUpperCase())}
            errors={errors}
            onChange={(changes) => update(actor.key, changes)}
            onRemove={() => change({ actors: actors.filter(({ key }) => key !== actor.key) })}
          />
        ))}
      </ul>
      <AddRow onAdd={() => change({ actors: [...actors, emptyActor()] })} focus={`actor-${actors.length}`}>
        Add an actor
      </AddRow>
    </FieldGroup>
  );
}
