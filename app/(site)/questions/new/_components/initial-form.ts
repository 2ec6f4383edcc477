import { type DraftForm, newForm } from "#app/_criteria/draft-form-state.ts";
import { criteriaForm, formOfDraft } from "#app/_criteria/form-of-draft.ts";
import type { DraftView, SuggestionView } from "#app/_questions/question-view.ts";

/** What a form begins with: nothing yet, a draft that is taken up again, or a suggestion. */
export interface Beginning {
  readonly draft: DraftView | null;
  readonly suggestion: SuggestionView | null;
  readonly topicId: string;
  readonly now: number;
}

/**
 * What the form begins with: a draft taken up again, the words and rule of a suggestion, or nothing yet. Made where it is edited: parts
 * get keys by counting, and two counters would give one key twice.
 */
export function initialForm({ draft, suggestion, topicId, now }: Beginning): DraftForm {
  if (draft) return formOfDraft(draft, now);
  const blank = newForm(suggestion?.topic?.id ?? topicId, now);
  if (!suggestion) return blank;
  const { criteria, title, why, roughCriteria } = suggestion;
  const ruled = criteria ? criteriaForm(blank, criteria) : blank;
  return { ...ruled, title, background: why, finePrint: roughCriteria, opensAt: blank.opensAt };
}
