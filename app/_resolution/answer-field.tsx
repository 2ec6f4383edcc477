import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { VOID_REASONS } from "#core/resolution/void-reasons.ts";
import { statedNumber } from "#core/stated-number.ts";
import { statedInstant } from "#core/time/stated-instant.ts";

/** A question as far as its answers are chosen. */
export interface Answerable {
  readonly type: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

interface Props {
  readonly question: Answerable;
  /** An outcome as it is stored, `value:` with what is typed, or `void:` with a reason; empty while none is chosen. */
  readonly answer: string;
  readonly onChange: (answer: string) => void;
  readonly error: string | undefined;
}

const VALUE = "value:";
const VOID = "void:";

/** What an answer as it is entered means to the service. */
export function statedAnswer(answer: string, type: string): { outcome: string | null; voidReason: string | null } {
  if (answer.startsWith(VOID)) return { outcome: null, voidReason: answer.slice(VOID.length) };
  if (!answer.startsWith(VALUE)) return { outcome: answer, voidReason: null };
  const typed = answer.slice(VALUE.length);
  const value = type === "date" ? statedInstant(`${typed}Z`) : statedNumber(typed);
  // What says no value is sent as it is, and refused with words.
  if (value === null) return { outcome: typed, voidReason: null };
  return { outcome: type === "date" ? new Date(value).toISOString() : String(value), voidReason: null };
}

function choicesOf({ type, options }: Answerable): readonly (readonly [value: string, label: string])[] {
  if (options.length > 0) return options.map(({ id, label }) => [id, label] as const);
  if (type === "binary")
    return [
      ["yes", "Yes"],
      ["no", "No"],
    ];
  return [
    [VALUE, type === "date" ? "A date" : "A number"],
    ["below", "Below the range"],
    ["above", "Above the range"],
  ];
}

/** The answer: one of those there are, a number or an instant, or none for a reason. */
export function AnswerField({ question, answer, onChange, error }: Props) {
  const isValue = answer.startsWith(VALUE);
  return (
    <>
      <Field label="Answer" error={isValue ? undefined : error}>
        {(control) => (
          <Select
            {...control}
            required
            value={isValue ? VALUE : answer}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value="">Choose</option>
            {choicesOf(question).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
            {VOID_REASONS.map(({ code, label }) => (
              <option key={code} value={`${VOID}${code}`}>
                Void: {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {isValue ? (
        <Field label={question.type === "date" ? "When (UTC)" : "How much"} error={error}>
          {(control) => (
            <TextInput
              {...control}
              required
              {...(question.type === "date" ? { type: "datetime-local", step: 1 } : { inputMode: "decimal" })}
              value={answer.slice(VALUE.length)}
              onChange={(event) => onChange(`${VALUE}${event.target.value}`)}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}
