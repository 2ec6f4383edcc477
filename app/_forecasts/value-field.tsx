"use client";

import { type KeyboardEvent, useState } from "react";
import { TextInput } from "#app/_components/text-input.tsx";

interface Props {
  readonly label: string;
  /** What the value is when nobody is typing. */
  readonly text: string;
  /** What a text says, in percent; null when it says none that may be stated. */
  readonly read: (text: string) => number | null;
  readonly onChange: (percent: number) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly className?: string;
}

/**
 * A field that follows the value, except while somebody types in it: then it keeps what is typed, and the value follows
 * as soon as the text says one.
 */
export function ValueField({ label, text, read, onChange, onKeyDown, className }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && read(typed) === null;

  function onType(next: string) {
    setTyped(next);
    const percent = read(next);
    if (percent !== null) onChange(percent);
  }

  return (
    <TextInput
      aria-label={label}
      aria-invalid={isWrong || undefined}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key.startsWith("Arrow")) setTyped(null);
        if (event.key === "ArrowUp" || event.key === "ArrowDown") onKeyDown?.(event);
      }}
      {...(className ? { className } : {})}
    />
  );
}
