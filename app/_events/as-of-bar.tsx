import Link from "next/link";
import { Button } from "#app/_components/button.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { TextInput } from "#app/_components/text-input.tsx";

interface AsOfBarProps {
  /** The page's own address, without a query. */
  readonly path: string;
  readonly asOf: Date | undefined;
}

/** Lets a reader see the log as it was known at an instant, and says so while they do. Works without script. */
export function AsOfBar({ path, asOf }: AsOfBarProps) {
  const form = (
    <form action={path} className="flex flex-wrap items-end gap-2">
      <Field label="Known at (UTC)">
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            name="asOf"
            required
            defaultValue={asOf?.toISOString().slice(0, 16)}
            className="w-auto"
          />
        )}
      </Field>
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  );
  if (!asOf) return <Disclosure summary="Show as known at another time">{form}</Disclosure>;
  return (
    <Notice tone="warning" title="An earlier view of the log">
      <p className="mb-2">
        As known at <Instant at={asOf.getTime()} form="absolute" />: what was recorded or revised later is left out.{" "}
        <Link href={path} className="link">
          Show it as known now
        </Link>
      </p>
      {form}
    </Notice>
  );
}
