"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { type Choices, ChoicesContext } from "#app/_criteria/choices.ts";
import { type DraftForm, newForm } from "#app/_criteria/draft-form-state.ts";
import { criteriaOf } from "#app/_criteria/draft-of-form.ts";
import { errorsOf, type FormPart } from "#app/_criteria/form-part.ts";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
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
  const [form, setForm] = useState(() => newForm(topicId, now));
  const [hasRule, setHasRule] = useState(false);
  const [isSent, setSent] = useState(false);
  const { submit, isPending, failure } = useSubmission();
  const set = (change: Partial<DraftForm>) => {
    setSent(false);
    setForm((before) => ({ ...before, ...change }));
  };
  const part: FormPart = { form, set, errors: errorsOf(failure?.fields ?? {}) };

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const isKept = await submit(async () => {
      await trpc.suggestion.suggest.mutate({
        title: form.title,
        topicId: form.topicId === "" ? null : form.topicId,
        why: form.background,
        roughCriteria: form.finePrint,
        criteria: hasRule ? criteriaOf(form) : null,
      });
    });
    if (!isKept) return;
    setForm(newForm(topicId, now));
    setHasRule(false);
    setSent(true);
    router.refresh();
  }

  return (
    <ChoicesContext value={choices}>
      <form onSubmit={onSubmit} method="post" className="space-y-6">
        <SuggestWords {...part} topics={topics} isRuleGiven={hasRule} refused={failure?.fields ?? {}} />
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
        {isSent ? (
          <Notice tone="success" title="Sent to the moderators" live>
            You will be told what they decide.
          </Notice>
        ) : null}
        <Button type="submit" disabled={isPending}>
          {isPending ? "Sending…" : "Suggest it"}
        </Button>
      </form>
    </ChoicesContext>
  );
}
