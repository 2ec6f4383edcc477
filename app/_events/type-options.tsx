import { EVENT_TYPES, eventTypeLabel, eventTypeLevel } from "#core/event/event-types.ts";

interface TypeOptionsProps {
  readonly chosen?: string;
  /** Kinds of event that a topic has made its own; one that is chosen is offered in any case. */
  readonly own?: readonly string[];
}

/** The event types with their modes and a topic's own subtypes, as choices of a select. */
export function TypeOptions({ chosen = "", own = [] }: TypeOptionsProps) {
  const subtypes = eventTypeLevel(chosen) === "subtype" ? [...new Set([chosen, ...own])] : own;
  return (
    <>
      {subtypes.length > 0 ? (
        <optgroup label="This topic’s own">
          {subtypes.map((code) => (
            <option key={code} value={code}>
              {eventTypeLabel(code)}
            </option>
          ))}
        </optgroup>
      ) : null}
      {EVENT_TYPES.map(({ code, label, modes }) => (
        <optgroup key={code} label={label}>
          <option value={code}>
            {label} ({code})
          </option>
          {modes.map((mode) => (
            <option key={mode.name} value={`${code}.${mode.name}`}>
              {label}: {mode.label}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
