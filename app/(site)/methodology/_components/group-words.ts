/** What each part of the methodology is about. */
export const GROUP_WORDS = {
  scoring: {
    title: "Scores",
    lead: "What a forecast earns once the answer is known. A score is proper when saying what one believes is the best one can do.",
  },
  aggregation: {
    title: "The crowd",
    lead: "How many forecasts become one.",
  },
  calibration: {
    title: "Calibration",
    lead: "Whether what is called 70% happens seven times in ten.",
  },
  ranking: {
    title: "Ranking",
    lead: "How scores become places, and how far to trust them.",
  },
  market: {
    title: "Market",
    lead: "How a market maker prices, and what it can lose.",
  },
  attribution: {
    title: "Attribution",
    lead: "What an event moved, and who had moved there before it was reported.",
  },
  seal: {
    title: "Seals",
    lead: "How one hash stands for the whole record, and how a part of it is proved.",
  },
} as const;
