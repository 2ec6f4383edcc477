"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { type Choices, ChoicesContext } from "#app/_criteria/choices.ts";
import { type DraftForm, newForm } from "#app/_criteria/draft-form-state.ts";
import { criteriaOf } from "#app/_criteria/draft-of-form.ts";
import { errorsOf, type FormPart } from "#app/_criteria/form-part.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import { SuggestRule } from "./suggest-rule.tsx";
import { SuggestWords } from "./suggest-words.tsx";

interface Props {
  readonly topicId: string;
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly choices: Choices;
  readonly zones: readonly string[];
  readonly now: number;
}

/** A question that somebody would like to see asked: its words, why, and what would decide it. */
export function SuggestForm({ topicId, topics, choices, zones, now }: Props) {
  const router = useRouter();
  const held = useForm<DraftForm>(() => newForm(topicId, now));
  const [hasRule, setHasRule] = useState(false);
  const { values: form, failure, isPending } = held;
  const part: FormPart = { form, set: held.change, errors: errorsOf(held.errors) };

  const suggest = held.onSubmit(async (typed) => {
    await trpc.suggestion.suggest.mutate({
      title: typed.title,
      topicId: typed.topicId === "" ? null : typed.topicId,
      why: typed.background,
      roughCriteria: typed.finePrint,
      criteria: hasRule ? criteriaOf(typed) : null,
    });
    held.change(newForm(topicId, now));
    setHasRule(false);
    router.refresh();
  });

  return (
    <ChoicesContext value={choices}>
      <form ref={held.ref} onSubmit={suggest} method="post" className="space-y-6">
        <SuggestWords {...part} topics={topics} isRuleGiven={hasRule} refused={held.errors} />
        <Checkbox
          label="State the rule too"
          hint="In the builder that moderators use: it shows the rule as a sentence and tries it on the log."
          checked={hasRule}
          onChange={(event) => setHasRule(event.target.checked)}
        />
        {hasRule ? <SuggestRule {...part} zones={zones} /> : null}
        <FailureNotice failure={failure} title="Not sent">
          Everything you typed is still here.
        </FailureNotice>
        {held.isDone ? (
          <Notice tone="success" title="Sent to the moderators" live>
            You will get a notice when they decide.
          </Notice>
        ) : null}
        <Button type="submit" disabled={isPending}>
          {isPending ? "Sending…" : "Suggest it"}
        </Button>
      </form>
    </ChoicesContext>
  );
}
