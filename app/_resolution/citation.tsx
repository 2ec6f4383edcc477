"use client";

import { useState } from "react";
import { Button } from "#app/_components/button.tsx";

interface Props {
  /** The citation up to the address. */
  readonly text: string;
  /** The permanent address of the version, without the site. */
  readonly path: string;
}

/** How to cite a version, with its permanent address, to copy. */
export function Citation({ text, path }: Props) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");

  async function copy() {
    try {
      await navigator.clipboard.writeText(`${text} ${window.location.origin}${path}`);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  }

  return (
    <div className="space-y-3">
      <p className="max-w-measure text-sm">
        {text} <code className="break-all">{path}</code>
      </p>
      <div className="flex items-center gap-3 text-sm">
        <Button tone="secondary" size="small" onClick={copy}>
          Copy the citation
        </Button>
        <span role="status" className="text-soft">
          {copied === "yes" ? "Copied." : copied === "failed" ? "Select the text above and copy it." : ""}
        </span>
      </div>
    </div>
  );
}
