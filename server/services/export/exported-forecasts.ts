import type { Db } from "#db/client.ts";
import type { BundleText } from "../bundle/bundle-document.ts";
import { loadForecastRows, type TimedForecast } from "../score/load-forecast-rows.ts";
import type { ExportableQuestion } from "./exported-questions.ts";

const iso = (at: number) => new Date(at).toISOString();

/** The forecasts on a question, who made them, and what they wrote with them. */
export async function exportedForecasts(db: Db, { id, slug, type }: ExportableQuestion) {
  const rows = await loadForecastRows(db, id);
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ forecaster }) => forecaster))] } },
    select: { id: true, name: true, isBot: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const nameOf = (forecaster: string) => names.get(forecaster) ?? forecaster;
  const reasoned = await db.forecast.findMany({
    where: { questionId: id, rationale: { not: null } },
    orderBy: { sequence: "asc" },
    select: { forecasterId: true, madeAt: true, rationale: true },
  });
  return {
    forecasters: people.map(({ name, isBot }) => ({ id: name, name, isBot })),
    forecasts: withEnds(rows).map(
      ({ forecaster, madeAt, withdrawnAt, probabilities }): BundleText["forecasts"][number] => ({
        questionId: slug,
        forecasterId: nameOf(forecaster),
        madeAt: iso(madeAt),
        ...(withdrawnAt === null ? {} : { endedAt: iso(withdrawnAt) }),
        ...(type === "binary" ? { probability: probabilities[0] } : { probabilities }),
      }),
    ),
    comments: reasoned.flatMap(({ forecasterId, madeAt, rationale }) => {
      const text = rationale?.trim() ?? "";
      if (text === "") return [];
      return { questionId: slug, forecasterId: nameOf(forecasterId), madeAt: madeAt.toISOString(), text };
    }),
  };
}

/** An end is told where it is no update's, which tells it by itself; and of what was replaced in the instant it was made. */
function withEnds(rows: readonly TimedForecast[]): (TimedForecast & { withdrawnAt: number | null })[] {
  const nextMadeAt = new Map<string, number>();
  const backwards = rows.toReversed().map((row) => {
    const isReplaced = nextMadeAt.get(row.forecaster) === row.endedAt && row.endedAt !== row.madeAt;
    nextMadeAt.set(row.forecaster, row.madeAt);
    return { ...row, withdrawnAt: isReplaced ? null : row.endedAt };
  });
  return backwards.reverse();
}
