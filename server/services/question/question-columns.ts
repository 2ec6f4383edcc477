import { ensureDraftIsSound } from "#core/question/draft-rules.ts";
import type { DraftQuestionInput, ReviseDraftInput } from "./input.ts";
import { storedRange } from "./stored-range.ts";

/** The columns of a question that its draft states, once the draft is found to agree with itself. */
export function questionColumns(type: string, draft: DraftQuestionInput | ReviseDraftInput) {
  const {
    title,
    background = "",
    opensAt,
    closesAt,
    revealAt = null,
    challengeWindowHours = null,
    range = null,
  } = draft;
  ensureDraftIsSound({
    type,
    opensAt: opensAt.getTime(),
    closesAt: closesAt.getTime(),
    revealAt: revealAt?.getTime() ?? null,
    options: draft.options ?? [],
    criteria: draft.criteria,
    range,
  });
  const deadlineAt = new Date(draft.criteria.window.until);
  return { title, background, opensAt, closesAt, deadlineAt, revealAt, challengeWindowHours, ...storedRange(range) };
}
