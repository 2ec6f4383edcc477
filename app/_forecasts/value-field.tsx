"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { TextInput } from "#app/_components/text-input.tsx";

interface Props {
  readonly label: string;
  readonly type?: "text" | "date";
  /** What the value is when nobody is typing. */
  readonly text: string;
  /** What a text says, in percent; null when it says none that may be stated. */
  readonly read: (text: string) => number | null;
  /** What may be typed, for who typed something else. */
  readonly rule: string;
  readonly onChange: (percent: number) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly className?: string;
}

/** A text as typed, and, once it was left in the field, the value that it was typed over. */
interface Typed {
  readonly text: string;
  readonly leftOver: string | null;
}

/**
 * A field that follows the value, except while somebody types in it: then it keeps what is typed, and the value follows
 * as soon as the text says one. A text that says none stays, and keeps its form from being sent, until it is mended or the
 * value is moved by other means.
 */
export function ValueField({ label, type = "text", text, read, rule, onChange, onKeyDown, className }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const ruleId = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  const shown = typed !== null && (typed.leftOver === null || typed.leftOver === text) ? typed.text : null;
  const isWrong = shown !== null && read(shown) === null;

  // The browser then tells the rule where it is broken, and sends nothing.
  useEffect(() => input.current?.setCustomValidity(isWrong ? rule : ""), [isWrong, rule]);

  function onType(next: string) {
    setTyped({ text: next, leftOver: null });
    const percent = read(next);
    if (percent !== null) onChange(percent);
  }

  return (
    <span className="relative inline-flex">
      <TextInput
        ref={input}
        type={type}
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? ruleId : undefined}
        inputMode={type === "text" ? "decimal" : undefined}
        autoComplete="off"
        value={shown ?? text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onType(event.target.value)}
        onBlur={() => setTyped(isWrong ? { text: shown, leftOver: text } : null)}
        onKeyDown={(event) => {
          const isStep = type === "text" && event.key.startsWith("Arrow");
          if (event.key === "Escape" || isStep) setTyped(null);
          if (event.key === "ArrowUp" || event.key === "ArrowDown") onKeyDown?.(event);
        }}
        {...(className ? { className } : {})}
      />
      {isWrong ? (
        <span
          id={ruleId}
          className="pointer-events-none absolute top-full right-0 z-10 mt-0.5 w-max max-w-56 rounded-sm bg-raised px-1.5 text-right text-xs font-medium text-danger"
        >
          {rule}
        </span>
      ) : null}
    </span>
  );
}
