import { Button } from "#app/_components/button.tsx";
import { Field } from "#app/_components/field.tsx";
import { Select } from "#app/_components/select.tsx";

interface TopicPickerProps {
  /** The page that is shown for the topic chosen. */
  readonly action: string;
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  readonly slug: string;
}

/** Which topic's log it is about; works without script. */
export function TopicPicker({ action, topics, slug }: TopicPickerProps) {
  return (
    <form action={action} className="mb-6 flex items-end gap-2">
      <div className="grow">
        <Field label="Topic">
          {(control) => (
            <Select {...control} name="topic" defaultValue={slug} key={slug}>
              {topics.map((topic) => (
                <option key={topic.slug} value={topic.slug}>
                  {topic.title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button type="submit" tone="secondary">
        Choose
      </Button>
    </form>
  );
}
