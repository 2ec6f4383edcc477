"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { codeOf, useChoices } from "./choices.ts";
import type { CodeListName } from "./rule-form.ts";

interface Props {
  readonly list: CodeListName;
  readonly label: string;
  readonly hint?: string;
  readonly codes: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** Several codes, each shown by its name and taken off with one press; typing offers what is known. */
export function CodeList({ list, label, hint, codes, onChange }: Props) {
  const choices = useChoices(list);
  const offered = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const nameOf = (code: string) => choices.find((choice) => choice.code === code)?.label ?? code;

  function add(words: string) {
    const code = codeOf(words, list, choices);
    if (code !== "" && !codes.includes(code)) onChange([...codes, code]);
    setTyped("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" || (event.key === "," && typed.trim() !== "")) {
      event.preventDefault();
      if (typed.trim() !== "") add(typed);
    }
    if (event.key === "Backspace" && typed === "" && codes.length > 0) onChange(codes.slice(0, -1));
  }

  /** A press on an offer fills the field with its whole text: that is a choice made. */
  function onType(words: string) {
    if (choices.some((choice) => `${choice.label} (${choice.code})` === words)) add(words);
    else setTyped(words);
  }

  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div>
          {codes.length > 0 ? (
            <ul className="mb-1.5 flex flex-wrap gap-1.5">
              {codes.map((code) => (
                <li key={code}>
                  <button
                    type="button"
                    onClick={() => {
                      onChange(codes.filter((other) => other !== code));
                      input.current?.focus();
                    }}
                    className="inline-flex min-h-8 items-center gap-2 rounded-md bg-accent/10 px-2.5 text-left text-sm text-ink hover:bg-accent/20"
                  >
                    {nameOf(code)}
                    <span aria-hidden="true" className="text-soft">
                      ×
                    </span>
                    <span className="sr-only">, take it off</span>
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
          <div className="flex gap-2">
            <TextInput
              {...control}
              ref={input}
              list={choices.length > 0 ? offered : undefined}
              value={typed}
              onChange={(event) => onType(event.target.value)}
              onKeyDown={onKeyDown}
              onBlur={() => typed.trim() !== "" && add(typed)}
              autoComplete="off"
              enterKeyHint="done"
            />
            {typed.trim() === "" ? null : (
              <Button tone="secondary" onClick={() => add(typed)}>
                Add
              </Button>
            )}
          </div>
          {choices.length > 0 ? (
            <datalist id={offered}>
              {choices.map((choice) => (
                <option key={choice.code} value={`${choice.label} (${choice.code})`} />
              ))}
            </datalist>
          ) : null}
        </div>
      )}
    </Field>
  );
}
