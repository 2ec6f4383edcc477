import { Checkbox } from "#app/_components/checkbox.tsx";
import { FieldGroup } from "#app/_components/field-group.tsx";
import type { EvidenceChoice } from "./evidence-field.tsx";

interface Props {
  readonly choices: readonly EvidenceChoice[];
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly error: string | undefined;
}

/** Signed statements to tick, for an answer that rests on something not having happened. */
export function CoverageField({ choices, ids, onChange, error }: Props) {
  return (
    <FieldGroup
      legend="Signed coverage (optional)"
      hint="For an answer by absence: who signed that the log is complete."
      error={error}
    >
      {choices.map(({ id, headline }) => (
        <Checkbox
          key={id}
          label={headline}
          checked={ids.includes(id)}
          onChange={() => onChange(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])}
        />
      ))}
    </FieldGroup>
  );
}
