import { Instant } from "#app/_components/instant.tsx";
import { countText } from "#core/text/count-text.ts";
import type { EntryView } from "./forecast-view.ts";
import type { Forecasting } from "./use-forecast.ts";

/** What stands now, what stood before, and the crowd: the three numbers an update is made from. */
export function ForecastState({ entry, forecast }: { entry: EntryView; forecast: Forecasting }) {
  const now = entry.askedAt.getTime();
  const { active, previous, words } = forecast;
  return (
    <dl className="grid grid-cols-3 gap-x-4 text-sm">
      <Figure label="You now" value={active ? words(active.probabilities) : "–"}>
        {active ? <Instant at={active.madeAt} now={Math.max(now, active.madeAt)} form="relative" /> : "nothing yet"}
      </Figure>
      <Figure label="Before" value={previous ? words(previous.probabilities) : "–"}>
        {previous ? <Instant at={previous.madeAt} now={Math.max(now, previous.madeAt)} form="relative" /> : null}
      </Figure>
      <Figure label="Crowd" value={crowdText(entry, words)}>
        {entry.crowd.now ? countText(entry.crowd.now.forecasters, "person", "people") : null}
      </Figure>
    </dl>
  );
}

function crowdText({ crowd }: EntryView, words: Forecasting["words"]): string {
  if (crowd.isHidden) return "hidden";
  return crowd.now ? words(crowd.now.probabilities) : "–";
}

function Figure({ label, value, children }: { label: string; value: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs font-medium text-soft">{label}</dt>
      <dd className="font-semibold wrap-anywhere">{value}</dd>
      <dd className="text-xs text-soft">{children}</dd>
    </div>
  );
}
