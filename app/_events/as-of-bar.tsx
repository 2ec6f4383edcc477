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
  /** What else the address asks for, which stays. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Lets a reader see the log as it was known at an instant, and says so while they do. Works without script. */
export function AsOfBar({ path, asOf, kept = {} }: AsOfBarProps) {
  const form = (
    <form action={path} className="flex flex-wrap items-end gap-2">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
  const disclosure = <Disclosure summary="Show as known at another time">{form}</Disclosure>;
  if (!asOf) return disclosure;
  const rest = new URLSearchParams(kept).toString();
  return (
    <Notice
      tone="warning"
      title={
        <>
          As known at <Instant at={asOf.getTime()} form="absolute" /> <span aria-hidden="true">·</span>{" "}
          <Link href={rest === "" ? path : `${path}?${rest}`} className="link" scroll={false}>
            back to now
          </Link>
        </>
      }
    >
      <p>What was recorded, revised, retracted or signed later is left out.</p>
      {disclosure}
    </Notice>
  );
}
