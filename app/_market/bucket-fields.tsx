import { Button } from "#app/_components/button.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import type { Ranged } from "#app/_questions/range-text.ts";
import { bucketLabels } from "#core/market/bucket-labels.ts";
import { MAX_BOUNDS } from "#core/market/outcome-buckets.ts";

interface Props {
  readonly ranged: Ranged;
  readonly typed: readonly string[];
  readonly bounds: readonly number[];
  readonly error: string | undefined;
  readonly onChange: (typed: string[]) => void;
}

/** Where a range is cut into the parts that are traded, and how these will be called. */
export function BucketFields({ ranged: { type, range }, typed, bounds, error, onChange }: Props) {
  const areSound = bounds.every((bound, i) => bound > (bounds[i - 1] ?? range.min) && bound < range.max);
  return (
    <fieldset>
      <legend className="text-sm font-medium">What divides the parts that are traded</legend>
      <p className="mt-1 text-sm text-soft">Each value begins the part above it. They cannot be changed later.</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {typed.map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bound has no other name than its place
          <span key={place} className="flex items-center gap-1">
            <TextInput
              aria-label={`Bound ${place + 1}${range.unit ? `, in ${range.unit}` : ""}`}
              type={type === "date" ? "date" : "text"}
              inputMode={type === "date" ? undefined : "decimal"}
              value={text}
              onChange={(event) => onChange(typed.map((kept, i) => (i === place ? event.target.value : kept)))}
              className="w-40"
            />
            {typed.length > 1 ? (
              <Button
                type="button"
                size="small"
                tone="quiet"
                aria-label={`Remove bound ${place + 1}`}
                onClick={() => onChange(typed.filter((_, i) => i !== place))}
              >
                ×
              </Button>
            ) : null}
          </span>
        ))}
        {typed.length < MAX_BOUNDS ? (
          <Button type="button" size="small" tone="quiet" onClick={() => onChange([...typed, ""])}>
            Add
          </Button>
        ) : null}
      </div>
      {error ? <p className="mt-1 text-sm text-danger">{error}</p> : null}
      <p className="mt-2 text-sm text-soft">
        {areSound
          ? `Traded: ${bucketLabels(type, range.unit, bounds).join(" · ")}.`
          : "Give values inside the range, each above the one before."}
      </p>
    </fieldset>
  );
}
