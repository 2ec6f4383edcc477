import type { Story } from "./story.ts";

const SITE = "https://www.whitehouse.gov";

type SeedEvent = Story["events"][number];
type Document = { path: string; title: string; publishedAt: string };

function day(date: string): Pick<SeedEvent, "occurredFrom" | "occurredUntil" | "precision"> {
  const from = new Date(`${date}T00:00:00Z`);
  return { occurredFrom: from, occurredUntil: new Date(from.getTime() + 86_400_000), precision: "day" };
}

/** Documents of one government are one origin, however many there are: they share a group and count once. */
function documents(...found: Document[]): SeedEvent["sources"] {
  return found.map(({ path, title, publishedAt }) => ({
    url: `${SITE}${path}`,
    publisher: "The White House",
    title,
    publishedAt: new Date(publishedAt),
    tier: "primary" as const,
    independenceGroup: "white-house",
  }));
}

const USA = { code: "USA", name: "United States" };
const USA_GOV = { code: "USAGOV", name: "United States, government" };
const IRN_GOV = { code: "IRNGOV", name: "Iran, government" };
const IRN = { code: "IRN", name: "Iran" };
const OMN_GOV = { code: "OMNGOV", name: "Oman, government" };

/** The story up to 6 February 2026, from public documents only. Each event says no more than its document does. */
export const MUSCAT_EVENTS: readonly SeedEvent[] = [
  {
    headline: "United States restores its policy of maximum pressure on Iran",
    description:
      "A presidential memorandum (NSPM-2) sets out economic pressure and directs the departments that are to apply it.",
    type: "SANCTION",
    ...day("2025-02-04"),
    country: "USA",
    placeName: "Washington",
    tags: ["economic-measure"],
    actors: [
      { ...USA_GOV, role: "initiator" },
      { ...IRN_GOV, role: "recipient" },
    ],
    sources: documents(
      {
        path: "/presidential-actions/2025/02/national-security-presidential-memorandum-nspm-2/",
        title: "National Security Presidential Memorandum/NSPM-2",
        publishedAt: "2025-02-05T02:09:53Z",
      },
      {
        path: "/fact-sheets/2025/02/fact-sheet-president-donald-j-trump-restores-maximum-pressure-on-iran/",
        title: "Fact Sheet: President Donald J. Trump Restores Maximum Pressure on Iran",
        publishedAt: "2025-02-05T02:10:15Z",
      },
    ),
  },
  {
    headline: "United States and Iranian envoys hold talks in Muscat, hosted by Oman's foreign minister",
    description:
      "The American statement calls the discussions positive and constructive, and thanks Oman for its support.",
    type: "CONSULT.third-party",
    ...day("2025-04-12"),
    country: "OMN",
    placeName: "Muscat",
    tags: ["envoy-round"],
    actors: [
      { ...USA_GOV, role: "participant" },
      { ...IRN_GOV, role: "participant" },
      { ...OMN_GOV, role: "mediator" },
    ],
    sources: documents({
      path: "/briefings-statements/2025/04/statement-from-the-white-house/",
      title: "Statement from the White House",
      publishedAt: "2025-04-13T15:28:53Z",
    }),
  },
  {
    headline: "Proclamation restricts entry to the United States for nationals of several countries, Iran among them",
    type: "COERCE.restrict",
    ...day("2025-06-04"),
    country: "USA",
    placeName: "Washington",
    tags: ["entry-restriction"],
    actors: [
      { ...USA_GOV, role: "initiator" },
      { ...IRN, role: "recipient" },
    ],
    sources: documents({
      path: "/presidential-actions/2025/06/restricting-the-entry-of-foreign-nationals-to-protect-the-united-states-from-foreign-terrorists-and-other-national-security-and-public-safety-threats/",
      title: "Restricting the Entry of Foreign Nationals",
      publishedAt: "2025-06-04T23:39:42Z",
    }),
  },
  {
    headline: "United States forces strike three nuclear facilities in Iran",
    description:
      "The President's letter to Congress describes one strike on three sites, limited in scope, without ground forces.",
    type: "ASSAULT.aerial",
    ...day("2025-06-21"),
    country: "IRN",
    tags: ["strike"],
    actors: [
      { code: "USAMIL", name: "United States, armed forces", role: "initiator" },
      { ...IRN_GOV, role: "recipient" },
    ],
    sources: documents({
      path: "/presidential-actions/2025/06/text-of-a-letter-from-the-president-to-the-speaker-of-the-house-of-representatives/",
      title:
        "Text of a Letter from the President to the Speaker of the House and the President Pro Tempore of the Senate",
      publishedAt: "2025-06-23T21:15:23Z",
    }),
  },
  {
    headline: "Proclamation continues and widens limits on entry to the United States by nationality",
    type: "COERCE.restrict",
    ...day("2025-12-16"),
    country: "USA",
    placeName: "Washington",
    tags: ["entry-restriction"],
    actors: [{ ...USA, role: "initiator" }],
    sources: documents({
      path: "/presidential-actions/2025/12/restricting-and-limiting-the-entry-of-foreign-nationals-to-protect-the-security-of-the-united-states/",
      title: "Restricting and Limiting the Entry of Foreign Nationals to Protect the Security of the United States",
      publishedAt: "2025-12-16T20:29:45Z",
    }),
  },
  {
    headline: "Executive order reaffirms the emergency over Iran and prepares tariffs on those who trade with it",
    description:
      "The order sets up a process for additional tariffs on countries that acquire goods or services from Iran, and says it may be changed if circumstances change.",
    type: "SANCTION.discontinue",
    ...day("2026-02-06"),
    country: "USA",
    placeName: "Washington",
    tags: ["economic-measure"],
    actors: [
      { ...USA_GOV, role: "initiator" },
      { ...IRN_GOV, role: "recipient" },
    ],
    sources: documents(
      {
        path: "/presidential-actions/2026/02/addressing-threats-to-the-united-states-by-the-government-of-iran/",
        title: "Addressing Threats to the United States by the Government of Iran",
        publishedAt: "2026-02-06T21:47:01Z",
      },
      {
        path: "/fact-sheets/2026/02/fact-sheet-president-donald-j-trump-addresses-threats-to-the-united-states-by-the-government-of-iran/",
        title: "Fact Sheet: President Donald J. Trump Addresses Threats to the United States by the Government of Iran",
        publishedAt: "2026-02-06T22:07:20Z",
      },
    ),
  },
];
