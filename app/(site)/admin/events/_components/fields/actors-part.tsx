"use client";

import { FieldGroup } from "#app/_components/field-group.tsx";
import { choicesOf } from "#app/_criteria/choices-of.ts";
import type { KnownActor } from "#app/_events/event-view.ts";
import { type ActorDraft, emptyActor } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { ActorRow } from "./actor-row.tsx";
import type { PartProps } from "./field-props.ts";
import { PartTitle } from "./part-title.tsx";
import { AddRow } from "./row-buttons.tsx";

const CODES = "event-actor-codes";

/** Who took part, and in which role. */
export function ActorsPart({ draft, change, errors, known }: PartProps & { known: readonly KnownActor[] }) {
  const { actors } = draft;
  const { actors: choices } = choicesOf(known);
  const names = new Map(choices.map(({ code, label }) => [code, label]));
  const update = (key: number, changes: Partial<ActorDraft>) =>
    change({ actors: actors.map((actor) => (actor.key === key ? { ...actor, ...changes } : actor)) });
  return (
    <FieldGroup
      legend={<PartTitle>Who took part</PartTitle>}
      hint="A name, or a code: a country (IRN), a country and a sector (IRNGOV), an organisation (UNO)."
      error={errors.actors}
    >
      <datalist id={CODES}>
        {choices.map(({ code, label }) => (
          <option key={code} value={code} label={label} />
        ))}
      </datalist>
      <ul className="space-y-3">
        {actors.map((actor, index) => (
          <ActorRow
            key={actor.key}
            actor={actor}
            index={index}
            codes={CODES}
            choices={choices}
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
