import Link from "next/link";
import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { TypeOptions } from "#app/_events/type-options.tsx";
import type { EventFilterValues } from "./filters-from.ts";

interface EventFiltersProps {
  readonly filters: EventFilterValues;
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  readonly actors: readonly { readonly code: string; readonly name: string }[];
}

/** Narrows the list by an address that can be kept and sent on; works without script. */
export function EventFilters({ filters, topics, actors }: EventFiltersProps) {
  const isNarrowed = Object.keys(filters).some((name) => name !== "before" && name !== "asOf");
  return (
    <form
      action="/events"
      aria-label="Narrow the list"
      className="mb-8 grid items-end gap-3 border-y border-hairline py-4 sm:grid-cols-2 lg:grid-cols-[1.2fr_1.2fr_1fr_1.2fr_auto]"
    >
      {filters.asOf ? <input type="hidden" name="asOf" value={filters.asOf} /> : null}
      <Field label="Topic">
        {(control) => (
          <Select {...control} name="topic" defaultValue={filters.topic ?? ""}>
            <option value="">Every topic</option>
            {topics.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Type">
        {(control) => (
          <Select {...control} name="type" defaultValue={filters.type ?? ""}>
            <option value="">Every type</option>
            <TypeOptions chosen={filters.type ?? ""} />
          </Select>
        )}
      </Field>
      <Field label="Actor">
        {(control) => (
          <Select {...control} name="actor" defaultValue={filters.actor ?? ""}>
            <option value="">Everybody</option>
            {actors.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Words">
        {(control) => <TextInput {...control} type="search" name="text" defaultValue={filters.text ?? ""} />}
      </Field>
      <div className="flex items-center gap-4">
        <Button type="submit" tone="secondary">
          Show
        </Button>
        {isNarrowed ? (
          <Link href={filters.asOf ? `/events?asOf=${filters.asOf}` : "/events"} className="link text-sm">
            Clear
          </Link>
        ) : null}
      </div>
    </form>
  );
}
