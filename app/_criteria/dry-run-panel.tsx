"use client";

import type { DryRunView } from "#app/_questions/question-view.ts";
import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import { Conditions } from "./conditions.tsx";
import type { DraftForm } from "./draft-form-state.ts";
import { criteriaOf } from "./draft-of-form.ts";
import { DryRunEvents } from "./dry-run-events.tsx";
import { DryRunVerdict } from "./dry-run-verdict.tsx";
import { FINDING_PLACES, type FindingPlace, findingPlace } from "./finding-place.ts";
import { useActorNaming } from "./use-actor-naming.ts";
import type { DryRunState } from "./use-dry-run.ts";

/** The rule in words, and what the log to date says of it, as it would read today. */
export function DryRunPanel({ form, run, isWaiting, problem }: DryRunState & { readonly form: DraftForm }) {
  const sentence = useSentence(form);
  return (
    <section aria-labelledby="dry-run" className="space-y-5 border-t border-ink pt-3">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="dry-run" className="font-serif text-lg font-semibold">
          As it reads now
        </h2>
        <span role="status" className="text-sm text-soft">
          {isWaiting ? "Asking the log…" : ""}
        </span>
      </div>
      {sentence ? <p className="font-serif leading-7">{sentence}</p> : null}
      {problem ? <p className="text-sm font-medium text-danger">{problem}</p> : null}
      {run ? <Told run={run} /> : null}
    </section>
  );
}

function Told({ run }: { run: DryRunView }) {
  return (
    <>
      <DryRunVerdict run={run} />
      <PlacesToLookAt run={run} />
      <div>
        <h3 className="mb-2 text-sm font-semibold">Status of each condition</h3>
        <Conditions trace={run.evaluation.trace} events={run.events} labels={NO_LABELS} />
      </div>
      <DryRunEvents run={run} />
    </>
  );
}

/** While it is drafted, a rule names its options by their labels. */
const NO_LABELS: ReadonlyMap<string, string> = new Map();

/** How much is amiss, and where in the form it is told. */
function PlacesToLookAt({ run }: { run: DryRunView }) {
  const places = Object.keys(FINDING_PLACES) as FindingPlace[];
  const found = places.flatMap((place) => {
    const here = run.findings.filter(({ code }) => findingPlace(code) === place);
    return here.length === 0
      ? []
      : [{ place, errors: here.filter(({ severity }) => severity === "error").length, here }];
  });
  if (found.length === 0) return null;
  return (
    <p className="text-sm">
      {found.map(({ place, errors, here }, index) => (
        <span key={place}>
          {index > 0 ? " · " : ""}
          <a href={`#part-${place}`} className="link">
            {FINDING_PLACES[place]}
          </a>
          : {errors > 0 ? <span className="font-medium text-danger">{errors} must change</span> : null}
          {errors > 0 && here.length > errors ? ", " : ""}
          {here.length > errors ? `${here.length - errors} to note` : ""}
        </span>
      ))}
    </p>
  );
}

/** The rule as it is typed, in words, without a question to the server; null while a date cannot be read. */
function useSentence(form: DraftForm): string | null {
  const named = useActorNaming();
  try {
    return named(criteriaSentence(criteriaOf(form)));
  } catch {
    return null;
  }
}
