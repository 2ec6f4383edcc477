import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import { TextArea } from "#app/_components/text-area.tsx";

/** An event of the topic's log that somebody may point to. */
export interface EvidenceChoice {
  readonly id: string;
  readonly headline: string;
}

/** What is ticked, and what is typed besides. */
export interface ChosenEvidence {
  readonly ids: readonly string[];
  readonly typed: string;
}

interface Props {
  readonly choices: readonly EvidenceChoice[];
  readonly chosen: ChosenEvidence;
  readonly onChange: (chosen: ChosenEvidence) => void;
  readonly error: string | undefined;
  readonly isOptional: boolean;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The ids of the events that were ticked or whose addresses were typed. */
export function evidenceIdsOf({ ids, typed }: ChosenEvidence): string[] {
  return [...new Set([...ids, ...(typed.match(UUID) ?? [])])];
}

/** Events to tick from those that bear on the question, and room for the addresses of others. */
export function EvidenceField({ choices, chosen, onChange, error, isOptional }: Props) {
  const tick = (id: string) => {
    const ids = chosen.ids.includes(id) ? chosen.ids.filter((one) => one !== id) : [...chosen.ids, id];
    onChange({ ...chosen, ids });
  };
  return (
    <>
      {choices.length > 0 ? (
        <FieldGroup legend="Evidence from the log">
          {choices.map(({ id, headline }) => (
            <Checkbox key={id} label={headline} checked={chosen.ids.includes(id)} onChange={() => tick(id)} />
          ))}
        </FieldGroup>
      ) : null}
      <Field
        label={choices.length > 0 ? "Other events" : "Evidence"}
        hint="Addresses of events in this topic’s log, one a line."
        error={error}
        optional={isOptional || choices.length > 0}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={chosen.typed}
            onChange={(event) => onChange({ ...chosen, typed: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
