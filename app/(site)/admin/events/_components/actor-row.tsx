"use client";

import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { actorLabel } from "#core/event/actor-label.ts";
import { ACTOR_ROLES } from "#core/event/event.ts";
import type { ActorDraft } from "./event-draft.ts";
import { typedInto } from "./field-props.ts";
import { RemoveRow } from "./row-buttons.tsx";

interface ActorRowProps {
  readonly actor: ActorDraft;
  readonly index: number;
  /** The id of the list of known codes. */
  readonly codes: string;
  /** What the log calls the actor, when it knows the code. */
  readonly name: string | undefined;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<ActorDraft>) => void;
  readonly onRemove: () => void;
}

/** One actor: code, what the code stands for, and role. */
export function ActorRow({ actor, index, codes, name, errors, onChange, onRemove }: ActorRowProps) {
  const code = actor.code.trim().toUpperCase();
  const isNew = code.length >= 3 && name === undefined;
  const field = (part: string) => errors[`actors.${index}.${part}`];
  return (
    <li className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[8rem_11rem_1fr_auto]">
      <Field label="Code" error={field("code")}>
        {(control) => (
          <TextInput
            {...control}
            data-focus={`actor-${index}`}
            list={codes}
            autoCapitalize="characters"
            maxLength={15}
            value={actor.code}
            onChange={typedInto(onChange, "code")}
          />
        )}
      </Field>
      <Field label="Role" error={field("role")}>
        {(control) => (
          <Select
            {...control}
            value={actor.role}
            onChange={(event) => onChange({ role: event.target.value as ActorDraft["role"] })}
          >
            {ACTOR_ROLES.map((role) => (
              <option key={role} value={role}>
                {role}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {isNew ? (
        <Field label="Called" optional error={field("name")}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={120}
              placeholder={actorLabel(code)}
              value={actor.name}
              onChange={typedInto(onChange, "name")}
            />
          )}
        </Field>
      ) : name ? (
        <p className="self-center text-sm text-soft sm:pt-6">{name}</p>
      ) : null}
      <div className="col-start-2 justify-self-end sm:col-start-4 sm:pb-1">
        <RemoveRow label={`Remove actor ${index + 1}`} onRemove={onRemove} />
      </div>
    </li>
  );
}
