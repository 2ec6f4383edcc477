import { type ReactNode, useId } from "react";

/** What a control inside a field must carry: spread it onto the control. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  /** What is asked for, before anything goes wrong. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do, in plain words. */
  readonly error?: ReactNode;
  readonly optional?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, a control, and beside it what is expected and what went wrong. */
export function Field({ label, hint, error, optional = false, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const described = [hintId, errorId].filter(Boolean).join(" ");
  return (
    <div className="min-w-0 space-y-1.5">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
        {optional ? <span className="font-normal text-faint"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={hintId} className="max-w-measure text-sm text-soft">
          {hint}
        </p>
      ) : null}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error ? (
        <p id={errorId} role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
