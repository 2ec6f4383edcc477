import { Button } from "#app/_components/button.tsx";
import { Select } from "#app/_components/select.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { type ListParams, SORTS } from "./list-params.ts";

interface Props {
  readonly params: ListParams;
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
}

/** Words, topic and order: a plain form whose answer is an address, so that it works everywhere and can be shared. */
export function ListFilter({ params, topics }: Props) {
  return (
    <form action="/questions" className="mb-6 grid gap-3 sm:grid-cols-[1fr_auto_auto_auto]">
      {params.status === "open" ? null : <input type="hidden" name="status" value={params.status} />}
      <TextInput
        type="search"
        name="q"
        aria-label="Search questions"
        placeholder="Search questions"
        defaultValue={params.search}
        maxLength={200}
      />
      <Select name="topic" aria-label="Topic" defaultValue={params.topic ?? ""} className="sm:max-w-56">
        <option value="">Every topic</option>
        {topics.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </Select>
      <Select name="sort" aria-label="Order" defaultValue={params.sort ?? ""}>
        <option value="">Default order</option>
        {SORTS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  );
}
