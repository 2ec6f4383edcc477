"use client";

import { FieldGroup } from "#app/_components/field-group.tsx";
import { emptySource, type SourceDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { withPageRead } from "#app/(site)/admin/events/_components/draft/with-page-read.ts";
import type { PartProps } from "#app/(site)/admin/events/_components/fields/field-props.ts";
import { PartTitle } from "#app/(site)/admin/events/_components/fields/part-title.tsx";
import { AddRow } from "#app/(site)/admin/events/_components/fields/row-buttons.tsx";
import { independenceGroups } from "#core/event/independence-groups.ts";
import { SourceRow } from "./source-row.tsx";

/** The publications that report it, at least one. */
export function SourcesPart({ draft, change, errors, canReadPages }: PartProps & { readonly canReadPages: boolean }) {
  const { sources } = draft;
  const groups = independenceGroups(
    sources.map(({ group, published, ...source }) => ({
      ...source,
      independenceGroup: group,
      // In whatever zone: how far apart they were published is the same.
      publishedAt: Date.parse(`${published}Z`),
    })),
  );
  const update = (key: number, changes: Partial<SourceDraft>) =>
    change({ sources: sources.map((source) => (source.key === key ? { ...source, ...changes } : source)) });
  return (
    <FieldGroup
      legend={<PartTitle>Sources</PartTitle>}
      hint={`At least one. Those of one origin count once. Times are in the time zone ${draft.zone}.`}
      error={errors.sources}
    >
      <ol className="space-y-6">
        {sources.map((source, index) => (
          <SourceRow
            key={source.key}
            source={source}
            index={index}
            suggestedGroup={source.publisher.trim() === "" ? "" : (groups[index] ?? "")}
            errors={errors}
            onChange={(changes) => update(source.key, changes)}
            {...(canReadPages
              ? { onRead: (page) => change((current) => withPageRead(current, source.key, page)) }
              : {})}
            onRemove={() => change({ sources: sources.filter(({ key }) => key !== source.key) })}
          />
        ))}
      </ol>
      <AddRow onAdd={() => change({ sources: [...sources, emptySource()] })} focus={`source-${sources.length}`}>
        Add a source
      </AddRow>
    </FieldGroup>
  );
}
