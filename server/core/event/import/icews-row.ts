import type { ActorRole } from "../event.ts";
import { typeOfCameo } from "./cameo-types.ts";
import { countryOfName } from "./country-of-name.ts";
import { daySpan } from "./day-span.ts";
import { faulty, type ImportedEvent, type RowReading } from "./imported-event.ts";
import { importedHeadline } from "./imported-headline.ts";

/** Where the ICEWS data lie: its rows name a story, and no address of their own. */
const DATASET = "https://doi.org/10.7910/DVN/28075";
/** What ICEWS calls the sectors that CAMEO has letters for; the first that fits is taken. */
const SECTORS: ReadonlyArray<readonly [name: string, code: string]> = [
  ["Military", "MIL"],
  ["Police", "COP"],
  ["Judicial", "JUD"],
  ["Legislative", "LEG"],
  ["Parties", "PTY"],
  ["Government", "GOV"],
  ["Dissident", "OPP"],
  ["Insurgents", "REB"],
  ["Rebel", "REB"],
  ["Media", "MED"],
  ["Business", "BUS"],
  ["Civilian", "CVL"],
  ["General Population", "CVL"],
];

type Row = Readonly<Record<string, string | undefined>>;

/**
 * The event that a row of the ICEWS coded event data tells, by the names of its columns, or why it cannot be taken in.
 *
 * Source: Boschee et al. (2015), ICEWS Coded Event Data, doi 10.7910/DVN/28075.
 *
 * @example
 * icewsRow({ event_id: "7", event_date: "2018-06-01", cameo_code: "010" }); // => { fault: { reason: "type_must_be_mapped", message: "CAMEO 010 has no PLOVER type.", value: "010" } }
 */
export function icewsRow(row: Row): RowReading {
  const cell = (name: string) => known(row[name]);
  if (!cell("event_id")) return faulty("id_must_be_given", "The row has no event_id.");
  const span = daySpan(cell("event_date"));
  if (!span) return faulty("date_must_be_readable", `“${cell("event_date")}” is no date.`);
  const code = cell("cameo_code");
  const type = typeOfCameo(code);
  if (!type) return faulty("type_must_be_mapped", `CAMEO ${code} has no PLOVER type.`, code);
  const actors = actorsOf(cell);
  const placeName = (cell("city") || cell("province")).slice(0, 120) || null;
  const headline = importedHeadline({ type, actors, placeName });
  const event: ImportedEvent = {
    key: `icews:${cell("event_id")}`,
    headline,
    description: `${cell("source_name")} → ${cell("target_name")}: ${cell("event_text")}`,
    type,
    ...span,
    country: countryOfName(cell("country")),
    placeName,
    actors,
    tags: ["icews"],
    magnitude: null,
    sources: [
      {
        url: `${DATASET}#story-${cell("story_id") || cell("event_id")}`,
        publisher: cell("publisher").slice(0, 120) || "ICEWS",
        title: headline,
        publishedAt: span.occurredUntil,
        tier: "press",
        quote: null,
        language: "en",
      },
    ],
  };
  return { event };
}

/** ICEWS writes NA, or NULL, where it knows nothing. */
function known(cell: string | undefined): string {
  const text = (cell ?? "").trim();
  return text === "NA" || text === "NULL" ? "" : text;
}

function actorsOf(cell: (name: string) => string): ImportedEvent["actors"] {
  const sides = [
    ["source", "initiator"],
    ["target", "recipient"],
  ] as const;
  const seen = new Set<string>();
  return sides.flatMap(([side, role]) => {
    const country = countryOfName(cell(`${side}_country`));
    if (!country) return [];
    const sectors = cell(`${side}_sectors`);
    const code = country + (SECTORS.find(([name]) => sectors.includes(name))?.[1] ?? "");
    if (seen.has(code)) return [];
    seen.add(code);
    return [{ code, role: role as ActorRole }];
  });
}
