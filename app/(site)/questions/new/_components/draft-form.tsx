"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Section } from "#app/_components/section.tsx";
import type { Choices } from "#app/_criteria/choices.ts";
import { ChoicesContext } from "#app/_criteria/choices.ts";
import { CountingFields } from "#app/_criteria/counting-fields.tsx";
import type { DraftForm as Form } from "#app/_criteria/draft-form-state.ts";
import { draftOf } from "#app/_criteria/draft-of-form.ts";
import { DryRunPanel } from "#app/_criteria/dry-run-panel.tsx";
import { FindingsAt } from "#app/_criteria/findings-at.tsx";
import { errorsOf, type FormPart } from "#app/_criteria/form-part.ts";
import { RangeFields } from "#app/_criteria/range-fields.tsx";
import { RULE_TITLES, RulePartFields } from "#app/_criteria/rule-part.tsx";
import { useDryRun } from "#app/_criteria/use-dry-run.ts";
import { WindowFields } from "#app/_criteria/window-fields.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import { type Beginning, initialForm } from "./initial-form.ts";
import { QuestionFields } from "./question-fields.tsx";
import { SaveBar } from "./save-bar.tsx";

interface Props extends Beginning {
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly choices: Choices;
  readonly zones: readonly string[];
}

/** Keeps the form as a new draft, or as the next state of the one that is kept already; gives its id. */
async function save(draftId: string | null, suggestionId: string | null, form: Form): Promise<string> {
  const stated = draftOf(form);
  if (draftId) return (await trpc.question.revise.mutate({ questionId: draftId, ...stated, reason: form.reason })).id;
  const question = { topicId: form.topicId, type: form.type, ...stated };
  if (suggestionId) return (await trpc.suggestion.takeUp.mutate({ suggestionId, question })).id;
  return (await trpc.question.draft.mutate(question)).id;
}

/** A question from its words to its rule, with the rule's sentence and what the log says of it beside. */
export function DraftForm({ topics, choices, zones, ...beginning }: Props) {
  const { draft, suggestion } = beginning;
  const router = useRouter();
  const held = useForm<Form>(() => initialForm(beginning));
  const { values: form, failure, isPending } = held;
  // A draft that was kept stays the same draft, even if what was to follow it failed.
  const [draftId, setDraftId] = useState(draft?.id ?? null);
  const dryRun = useDryRun(form);
  const part: FormPart = { form, set: held.change, errors: errorsOf(held.errors) };

  const keep = held.onSubmit(async (typed, pressed) => {
    const questionId = await save(draftId, suggestion?.id ?? null, typed);
    setDraftId(questionId);
    if (pressed === "review") await trpc.question.submit.mutate({ questionId });
    router.push("/admin/questions");
    router.refresh();
  });

  return (
    <ChoicesContext value={choices}>
      <form
        ref={held.ref}
        onSubmit={keep}
        method="post"
        className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]"
      >
        <div className="min-w-0">
          <Section title="The question">
            <QuestionFields {...part} topics={topics} isNew={draftId === null} />
          </Section>
          <Section title="The dates" id="part-dates">
            <WindowFields {...part} zones={zones} />
            <FindingsAt run={dryRun.run} place="dates" />
          </Section>
          <Section
            id="part-rule"
            title={RULE_TITLES[form.type]}
            lead="Say which events decide it. Whatever is left empty may be anything."
          >
            <RulePartFields {...part} />
            <FindingsAt run={dryRun.run} place="rule" />
          </Section>
          {form.type === "numeric" ? (
            <Section title="The range" lead="People spread their forecast over it.">
              <RangeFields {...part} />
            </Section>
          ) : null}
          <Section title="What counts" id="part-counting">
            <CountingFields {...part} />
            <FindingsAt run={dryRun.run} place="counting" />
          </Section>
        </div>
        <div className="min-w-0 lg:row-span-2">
          <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
            <DryRunPanel form={form} {...dryRun} />
          </div>
        </div>
        <div className="min-w-0">
          <SaveBar {...part} isUnderReview={draft?.isUnderReview ?? false} isPending={isPending} failure={failure} />
        </div>
      </form>
    </ChoicesContext>
  );
}
