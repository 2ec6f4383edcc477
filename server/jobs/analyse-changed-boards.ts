import { analyseBoards } from "#services/board/analyse-boards.ts";
import type { ServiceContext } from "#services/context.ts";
import { RUNS_AT_ONCE, scoreReferences } from "#services/score/score-references.ts";
import { publishDueTables } from "#services/tournament/publish-due-tables.ts";

/** After an answer: the references are scored, the boards that it changed worked out anew, and finished tables published. */
export async function analyseChangedBoards(ctx: ServiceContext): Promise<void> {
  // A batch at a time: after an import there may be thousands. Fewer than a batch were all that was due.
  while ((await scoreReferences(ctx)).runs === RUNS_AT_ONCE);
  await analyseBoards(ctx);
  await publishDueTables(ctx);
}
