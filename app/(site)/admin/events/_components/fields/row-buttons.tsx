"use client";

import { Button } from "#app/_components/button.tsx";

/** Takes a row away. */
export function RemoveRow({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Button tone="quiet" size="small" aria-label={label} onClick={onRemove}>
      Remove
    </Button>
  );
}

/** Adds a row, and puts the writer into it. */
export function AddRow({ children, onAdd, focus }: { children: string; onAdd: () => void; focus: string }) {
  function add() {
    onAdd();
    // The row is there only after React has drawn it.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-focus="${focus}"]`)?.focus());
  }
  return (
    <Button tone="secondary" size="small" onClick={add}>
      {children}
    </Button>
  );
}
