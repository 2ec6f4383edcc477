"use client";

import { Button } from "#app/_components/button.tsx";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { emptyOption, type OptionForm } from "./draft-form-state.ts";
import type { FormPart } from "./form-part.ts";
import { RuleEditor } from "./rule-editor.tsx";

const MOST = 12;

/** The answers of a multiple-choice question: a rule for each, but for the one that wins when no rule is met. */
export function OptionsEditor({ form, set, errors }: FormPart) {
  const { options, otherwise } = form;
  const replace = (option: OptionForm) =>
    set({ options: options.map((other) => (other.key === option.key ? option : other)) });
  return (
    <div className="space-y-5">
      {errors.options ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {errors.options}
        </p>
      ) : null}
      <ol className="space-y-5">
        {options.map((option, place) => (
          <li key={option.key} className="space-y-4 border-t border-outline pt-4">
            <div className="flex flex-wrap items-end gap-x-1 gap-y-2">
              <div className="min-w-48 grow">
                <Field label={`Answer ${place + 1}`}>
                  {(control) => (
                    <TextInput
                      {...control}
                      required
                      maxLength={120}
                      value={option.label}
                      onChange={(event) => replace({ ...option, label: event.target.value })}
                    />
                  )}
                </Field>
              </div>
              {place > 0 ? (
                <Button tone="quiet" onClick={() => set({ options: movedUp(options, place) })}>
                  Move up<span className="sr-only"> answer {place + 1}</span>
                </Button>
              ) : null}
              {options.length > 2 && option.key !== otherwise ? (
                <Button tone="quiet" onClick={() => set({ options: options.filter(({ key }) => key !== option.key) })}>
                  Remove<span className="sr-only"> answer {place + 1}</span>
                </Button>
              ) : null}
            </div>
            <Checkbox
              type="radio"
              name="otherwise"
              label="Wins when no other answer does"
              checked={option.key === otherwise}
              onChange={() => set({ otherwise: option.key })}
            />
            {option.key === otherwise ? null : (
              <RuleEditor group={option.rule} onChange={(rule) => replace({ ...option, rule })} />
            )}
          </li>
        ))}
      </ol>
      {options.length < MOST ? (
        <Button tone="secondary" size="small" onClick={() => set({ options: [...options, emptyOption()] })}>
          Add an answer
        </Button>
      ) : null}
    </div>
  );
}

/** Of two answers met at the same instant the one that stands first wins, so their order is part of the rule. */
function movedUp(options: readonly OptionForm[], place: number): OptionForm[] {
  const [before, option] = [options[place - 1], options[place]];
  return before && option
    ? [...options.slice(0, place - 1), option, before, ...options.slice(place + 1)]
    : [...options];
}
