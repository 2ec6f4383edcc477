import { type ComponentProps, type ReactNode, useId } from "react";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "id"> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** `radio` when one of several is chosen; give them the same `name`. */
  readonly type?: "checkbox" | "radio";
}

/** One thing to tick, or one of several to choose, with its words as the target. */
export function Checkbox({ label, hint, type = "checkbox", ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex gap-3">
      <input
        {...rest}
        id={id}
        type={type}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-3 size-5 shrink-0 sm:mt-1.5 sm:size-4"
      />
      <div>
        <label htmlFor={id} className="block py-2.5 text-sm font-medium sm:py-1">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="-mt-1 max-w-measure pb-1 text-sm text-soft">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
