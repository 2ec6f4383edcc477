import { wordRuns } from "./word-runs.ts";

/** A text with what went out of it struck through and what came into it underlined, in the order of reading. */
export function WordChanges({ before, after }: { before: string; after: string }) {
  return (
    <p className="max-w-measure text-sm leading-6">
      {wordRuns(before, after).map(({ kind, text }, place) => {
        const key = `${place} ${kind}`;
        if (kind === "same") return <span key={key}>{text} </span>;
        const said = kind === "gone" ? "Gone: " : "New: ";
        const Mark = kind === "gone" ? "del" : "ins";
        return (
          <span key={key}>
            <Mark className={kind === "gone" ? "bg-danger/10 text-soft" : "bg-success/12 decoration-success"}>
              <span className="sr-only">{said}</span>
              {text}
            </Mark>{" "}
          </span>
        );
      })}
    </p>
  );
}
