"use client";

import { type KeyboardEvent, useRef } from "react";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { rangedOf } from "#app/_questions/range-text.ts";
import { BinaryControls } from "./binary-controls.tsx";
import { DistributionControls } from "./distribution-controls.tsx";
import { ForecastActions } from "./forecast-actions.tsx";
import { ForecastBar } from "./forecast-bar.tsx";
import { ForecastState } from "./forecast-state.tsx";
import type { EntryView } from "./forecast-view.ts";
import { OptionControls } from "./option-controls.tsx";
import { listedOutcomes, rangeOutcomes } from "./previewed-outcomes.ts";
import { ScorePreview } from "./score-preview.tsx";
import { useForecast } from "./use-forecast.ts";

/** Where a person puts their probability on a question. Enter saves, Escape goes back to what stands. */
export function ForecastForm({ entry }: { entry: EntryView }) {
  const forecast = useForecast(entry);
  const form = useRef<HTMLFormElement>(null);
  const { options } = entry.question;
  const ranged = rangedOf(entry.question);
  const crowd = entry.crowd.now?.probabilities ?? null;
  const save = () => {
    if (forecast.isComplete && forecast.isChanged && !forecast.isPending) void forecast.save();
  };
  // Asked of the form, so that a field with something in it that cannot be read is told rather than passed over.
  const ask = () => form.current?.requestSubmit();

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === "Escape") forecast.revert();
    // Browsers submit on Enter from a text field, and not from a slider.
    const isSlider = event.target instanceof HTMLInputElement && event.target.type === "range";
    if (event.key === "Enter" && isSlider) ask();
  }

  return (
    <>
      <form
        ref={form}
        id="forecast-form"
        aria-label="Your forecast"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        className="space-y-4"
      >
        <ForecastState entry={entry} forecast={forecast} />
        {forecast.kind === "binary" ? (
          <BinaryControls percent={forecast.draft[0] ?? 50} onChange={(percent) => forecast.change(0, percent)} />
        ) : null}
        {forecast.kind === "options" ? <OptionControls options={options} crowd={crowd} forecast={forecast} /> : null}
        {ranged ? <DistributionControls ranged={ranged} crowd={crowd} forecast={forecast} /> : null}
        {forecast.probabilities ? (
          <ScorePreview
            probabilities={forecast.probabilities}
            outcomes={ranged ? rangeOutcomes(ranged, forecast.draft) : listedOutcomes(options)}
            crowd={crowd}
          />
        ) : null}
        <Disclosure summary="Say why">
          <Field
            label="Rationale"
            hint="Everybody can read it, beside your forecast. Markdown works."
            error={forecast.failure?.fields.rationale}
            optional
          >
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                maxLength={10_000}
                value={forecast.rationale}
                onChange={(event) => forecast.setRationale(event.target.value)}
              />
            )}
          </Field>
        </Disclosure>
        <ForecastActions forecast={forecast} />
      </form>
      <ForecastBar forecast={forecast} form={form} onSave={ask} />
    </>
  );
}
