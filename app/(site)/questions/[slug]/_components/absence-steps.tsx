import { PageLink } from "#app/_components/page-link.tsx";
import type { EvaluationView } from "#app/_questions/question-view.ts";

interface Props {
  readonly steps: EvaluationView["absence"];
  /** Where whoever may sign coverage does so; null for other readers. */
  readonly signHref: string | null;
}

/** What must come about before "it did not happen" may be the answer: a log that nobody has kept proves nothing. */
export function AbsenceSteps({ steps, signHref }: Props) {
  if (steps.length === 0) return null;
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <div>
      <h3 className="mb-2 text-sm font-semibold">Before absence from the log may decide it</h3>
      <ol className="space-y-1.5 text-sm">
        {steps.map(({ kind, isDone, text }, place) => (
          <li key={text} className="grid grid-cols-[1.25rem_1fr] gap-x-2">
            <span aria-hidden="true" className={`text-center ${isDone ? "text-success" : "text-pending"}`}>
              {isDone ? "✓" : "◔"}
            </span>
            <p className={place === next ? "" : "text-soft"}>
              <span className="sr-only">{isDone ? "Done: " : "Awaited: "}</span>
              {text}
              {kind === "coverage" && !isDone && signHref ? (
                <>
                  {" "}
                  <PageLink href={signHref} className="link">
                    Sign coverage
                  </PageLink>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
