"use client";

import type { DraftForm } from "#app/_criteria/draft-form-state.ts";
import { criteriaOf } from "#app/_criteria/draft-of-form.ts";
import { useActorNaming } from "#app/_criteria/use-actor-naming.ts";
import { RevisionChanges } from "#app/_events/revision-changes.tsx";
import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaDiff } from "#core/criteria/criteria-diff.ts";

/** What the form states otherwise than the version that stands. */
export function ChangesSoFar({ form, before }: { form: DraftForm; before: Criteria }) {
  const after = readable(form);
  const named = useActorNaming();
  const changes = after ? criteriaDiff(before, after) : [];
  return (
    <section aria-labelledby="changes" className="space-y-3 border-t border-ink pt-3">
      <h2 id="changes" className="font-serif text-lg font-semibold">
        What would change
      </h2>
      <div className="text-sm">
        {after ? (
          <RevisionChanges
            changes={changes.map(({ field, ...words }) => ({
              field,
              before: words.before.map(named),
              after: words.after.map(named),
            }))}
          />
        ) : (
          <p className="text-soft">A date is missing.</p>
        )}
      </div>
    </section>
  );
}

/** Null while a date is being typed. */
function readable(form: DraftForm): Criteria | null {
  try {
    return criteriaOf(form);
  } catch {
    return null;
  }
}
