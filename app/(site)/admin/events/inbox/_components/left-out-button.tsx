"use client";

import { Button } from "#app/_components/button.tsx";

interface Props {
  readonly text: string;
  readonly name: string;
  /** Whether the file that was brought in begins with a mark, as spreadsheets want it. */
  readonly hasMark: boolean;
}

/** Saves the rows that were left out as a file, to be mended and brought in again. */
export function LeftOutButton({ text, name, hasMark }: Props) {
  function download() {
    const address = URL.createObjectURL(new Blob([hasMark ? "\ufeff" : "", text], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <Button tone="secondary" size="small" onClick={download}>
      Download the rows left out
    </Button>
  );
}
