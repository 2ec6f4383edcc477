import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { EVENT_TYPES } from "#core/event/event-types.ts";
import type { InboxFilterValues } from "./inbox-params.ts";

/** Narrows the inbox by type, actor and place; works without script. */
export function InboxFilters({ topic, filters }: { topic: string; filters: InboxFilterValues }) {
  return (
    <form
      action="/admin/events/inbox"
      aria-label="Narrow the inbox"
      key={JSON.stringify(filters)}
      className="my-6 grid items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]"
    >
      <input type="hidden" name="topic" value={topic} />
      <Field label="Type">
        {(control) => (
          <Select {...control} name="type" defaultValue={filters.type ?? ""}>
            <option value="">Every type</option>
            {EVENT_TYPES.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Actor's code">
        {(control) => <TextInput {...control} name="actor" placeholder="IRN" defaultValue={filters.actor} />}
      </Field>
      <Field label="Place">
        {(control) => <TextInput {...control} name="place" placeholder="Muscat, or OMN" defaultValue={filters.place} />}
      </Field>
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  );
}
