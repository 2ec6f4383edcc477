import { analyseBoards } from "#services/board/analyse-boards.ts";
import type { ServiceContext } from "#services/context.ts";
import { scoreReferences } from "#services/score/score-references.ts";
import { publishDueTables } from "#services/tournament/publish-due-tables.ts";

/** After an answer: the references are scored, the boards that it changed worked out anew, and finished tables published. */
export async function analyseChangedBoards(ctx: ServiceContext): Promise<void> {
  // A batch at a time: after an import there may be thousands.
  while ((await scoreReferences(ctx)).runs > 0);
  await analyseBoards(ctx);
  await publishDueTables(ctx);
}
