import { ButtonLink } from "#app/_components/button.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { ForecastForm } from "#app/_forecasts/forecast-form.tsx";
import { forecastable, forecastInFull } from "#app/_forecasts/forecast-text.ts";
import type { EntryView } from "#app/_forecasts/forecast-view.ts";
import { signInAddress } from "#app/_trpc/requested-page.ts";
import { ownForecastsOf } from "./question-queries.ts";

interface Props {
  readonly question: { readonly id: string; readonly slug: string };
}

/** Where a person forecasts; before the opening and after the close, what they said. */
export const ForecastEntry = part(async ({ question }: Props) => {
  const entry = await ownForecastsOf(question.id);
  if (!entry.takesForecasts && entry.history.length === 0) return null;
  return (
    <Section title="Your forecast" id="forecast">
      <Entry entry={entry} />
    </Section>
  );
});

async function Entry({ entry }: { entry: EntryView }) {
  if (!entry.takesForecasts) return <Said entry={entry} />;
  if (entry.isSignedIn) return <ForecastForm entry={entry} />;
  return (
    <div className="space-y-3">
      <p className="max-w-measure text-soft">
        Say how likely you think it is. You are scored against everybody else who forecasts, from the moment you do.
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={await signInAddress("#forecast")}>Sign in to forecast</ButtonLink>
        <ButtonLink href={await signInAddress("#forecast", "sign-up")} tone="secondary">
          Make an account
        </ButtonLink>
      </div>
    </div>
  );
}

/** Forecasting is over: the last thing this person said, and whether it stood to the end. */
function Said({ entry: { active, history, question, askedAt } }: { entry: EntryView }) {
  const last = active ?? history.at(-1);
  if (!last) return null;
  return (
    <p className="max-w-measure">
      {active ? "You said " : "You last said "}
      <strong>{forecastInFull(last.probabilities, forecastable(question))}</strong>{" "}
      <Instant at={last.madeAt.getTime()} now={askedAt.getTime()} />
      {last.endedAt ? (
        <>
          {" "}
          and withdrew it <Instant at={last.endedAt.getTime()} now={askedAt.getTime()} />
        </>
      ) : null}
      .
    </p>
  );
}
