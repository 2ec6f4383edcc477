import { Disclosure } from "#app/_components/disclosure.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { Section } from "#app/_components/section.tsx";
import type { EventRevisionView } from "#app/_events/event-view.ts";
import { RevisionChanges } from "#app/_events/revision-changes.tsx";
import { revisionDiff } from "#core/event/revision-diff.ts";
import { countText } from "#core/text/count-text.ts";
import { statedFields } from "./stated-fields.ts";

/** Everything that was ever recorded of the event: each revision with who, when, why, and what it changed. */
export function RevisionList({ revisions }: { revisions: readonly EventRevisionView[] }) {
  return (
    <Section
      title="History"
      lead={`${countText(revisions.length, "revision")}, the latest first. None is ever altered or removed.`}
    >
      <ol className="divide-y divide-hairline border-y border-hairline" reversed>
        {revisions.map((revision, index) => {
          const earlier = revisions[index + 1];
          const changes = earlier ? revisionDiff(statedFields(earlier), statedFields(revision)) : [];
          return (
            <li key={revision.id} id={`revision-${revision.number}`} className="space-y-2 py-3.5 text-sm">
              <p>
                <span className="font-semibold">Revision {revision.number}</span>{" "}
                <span className="text-soft">
                  recorded by {revision.recordedByName}, <Instant at={revision.recordedAt.getTime()} form="absolute" />
                </span>
              </p>
              {revision.reason ? <p className="max-w-measure">{revision.reason}</p> : null}
              {earlier ? (
                <RevisionChanges changes={changes} />
              ) : (
                <Disclosure summary="What it stated">
                  <RevisionChanges changes={revisionDiff({}, statedFields(revision))} />
                </Disclosure>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
