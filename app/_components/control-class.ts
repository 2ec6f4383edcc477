/** What every control that takes text looks like: an outline, more room under a thumb, and a red edge when it is wrong. */
export const controlClass =
  "control-width rounded-md border border-outline bg-raised px-3 text-base text-ink placeholder:text-faint hover:border-ink disabled:cursor-not-allowed disabled:opacity-60 aria-[invalid=true]:border-danger sm:text-sm";
