"use client";

import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { type Choice, codeOf } from "#app/_criteria/choices.ts";
import type { ActorDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { actorLabel } from "#core/event/actor-label.ts";
import { ACTOR_ROLES } from "#core/event/event.ts";
import { typedInto } from "./field-props.ts";
import { RemoveRow } from "./row-buttons.tsx";

interface ActorRowProps {
  readonly actor: ActorDraft;
  readonly index: number;
  /** The id of the list of known codes. */
  readonly codes: string;
  /** What a typed name may stand for. */
  readonly choices: readonly Choice[];
  /** What the log calls the actor, when it knows the code. */
  readonly name: string | undefined;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<ActorDraft>) => void;
  readonly onRemove: () => void;
}

const CODE = /^([A-Z]{3}){1,5}$/;

/** One actor: code, what the code stands for, and role. */
export function ActorRow({ actor, index, codes, choices, name, errors, onChange, onRemove }: ActorRowProps) {
  const code = actor.code.trim().toUpperCase();
  const isNew = CODE.test(code) && name === undefined && actorLabel(code) === code;
  const called = name ?? (actorLabel(code) === code ? undefined : actorLabel(code));
  const field = (part: string) => errors[`actors.${index}.${part}`];
  return (
    <li className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[11rem_9rem_1fr_auto]">
      <Field label="Code or name" error={field("code")}>
        {(control) => (
          <TextInput
            {...control}
            data-focus={`actor-${index}`}
            list={codes}
            maxLength={60}
            value={actor.code}
            onChange={typedInto(onChange, "code")}
            onBlur={() => onChange({ code: codeOf(actor.code, "actorsAny", choices) })}
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
      ) : called ? (
        <p className="self-center text-sm text-soft sm:pt-6">{called}</p>
      ) : null}
      <div className="col-start-2 justify-self-end sm:col-start-4 sm:pb-1">
        <RemoveRow label={`Remove actor ${index + 1}`} onRemove={onRemove} />
      </div>
    </li>
  );
}
