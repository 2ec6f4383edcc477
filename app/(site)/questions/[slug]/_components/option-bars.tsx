import { optionTone, seriesTones } from "#app/_charts/series-tone.ts";
import { ChangePoints } from "#app/_components/change-points.tsx";
import { classNames } from "#app/_components/class-names.ts";
import { percentText } from "#app/_components/percent-text.ts";
import type { CrowdAnswer } from "#app/_questions/crowd-answers.ts";

interface Props {
  readonly answers: readonly CrowdAnswer[];
  /** The option that won. */
  readonly answer: string | null;
}

/** The crowd's probability of each option, as a bar and a number, in the question's order. */
export function OptionBars({ answers, answer }: Props) {
  return (
    <dl className="max-w-column space-y-3">
      {answers.map((option) => (
        <div key={option.id} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1">
          <dt className={classNames("leading-snug", option.id === answer && "font-semibold")}>
            {option.label}
            {option.id === answer ? <span className="text-success"> ✓ the answer</span> : null}
          </dt>
          <dd className="text-right">
            <span className="text-lg font-semibold tracking-tight">{percentText(option.probability)}</span>
            {option.change === null ? null : (
              <ChangePoints change={option.change} className="ml-2 inline-block min-w-20 text-xs text-soft" />
            )}
          </dd>
          <div aria-hidden="true" className="col-span-2 h-1.5 overflow-hidden rounded-md bg-ink/8">
            <div
              className={classNames("h-full", seriesTones[optionTone(option.place)].swatch)}
              style={{ width: `${option.probability * 100}%` }}
            />
          </div>
        </div>
      ))}
    </dl>
  );
}
