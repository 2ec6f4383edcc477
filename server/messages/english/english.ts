import type { Catalogue } from "#server/messages/catalogue.ts";
import { BACKUP_SENTENCES } from "./backup-sentences.ts";
import { EVENT_SENTENCES } from "./event-sentences.ts";
import { FILE_SENTENCES } from "./file-sentences.ts";
import { FORECAST_SENTENCES } from "./forecast-sentences.ts";
import { MARKET_SENTENCES } from "./market-sentences.ts";
import { QUESTION_SENTENCES } from "./question-sentences.ts";
import { REQUEST_SENTENCES } from "./request-sentences.ts";
import { RESOLUTION_SENTENCES } from "./resolution-sentences.ts";

export const ENGLISH: Catalogue = {
  ...REQUEST_SENTENCES,
  ...BACKUP_SENTENCES,
  ...FILE_SENTENCES,
  ...EVENT_SENTENCES,
  ...QUESTION_SENTENCES,
  ...FORECAST_SENTENCES,
  ...RESOLUTION_SENTENCES,
  ...MARKET_SENTENCES,
};
