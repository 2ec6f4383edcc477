import { EVENT_TYPES, eventTypeStanding } from "#core/event/event-types.ts";

/** The event types with their modes, as choices of a select; a topic's own subtype is offered when it is chosen already. */
export function TypeOptions({ chosen = "" }: { chosen?: string }) {
  return (
    <>
      {eventTypeStanding(chosen) === "subtype" ? <option value={chosen}>{chosen}</option> : null}
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
