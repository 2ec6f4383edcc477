"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Section } from "#app/_components/section.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import type { DraftView } from "#app/_questions/question-view.ts";
import { trpc } from "#app/_trpc/client.ts";
import { type Choices, ChoicesContext } from "./choices.ts";
import { CountingFields } from "./counting-fields.tsx";
import { draftOf, type DraftForm as Form, formOfDraft, newForm } from "./draft-form-state.ts";
import { DryRunPanel } from "./dry-run-panel.tsx";
import { errorsOf, type FormPart } from "./form-part.ts";
import { OptionsEditor } from "./options-editor.tsx";
import { QuestionFields } from "./question-fields.tsx";
import { RuleEditor } from "./rule-editor.tsx";
import { SaveBar } from "./save-bar.tsx";
import { useDryRun } from "./use-dry-run.ts";
import { WindowFields } from "./window-fields.tsx";

interface Props {
  readonly draft: DraftView | null;
  readonly topicId: string;
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly choices: Choices;
  readonly zones: readonly string[];
  readonly now: number;
}

/** Keeps the form as a new draft, or as the next state of the one that is kept already; gives its id. */
async function save(draftId: string | null, form: Form): Promise<string> {
  const stated = draftOf(form);
  if (draftId) return (await trpc.question.revise.mutate({ questionId: draftId, ...stated, reason: form.reason })).id;
  return (await trpc.question.draft.mutate({ topicId: form.topicId, type: form.type, ...stated })).id;
}

/** A question from its words to its rule, with the rule's sentence and what the log says of it beside. */
export function DraftForm({ draft, topicId, topics, choices, zones, now }: Props) {
  const router = useRouter();
  const [form, setForm] = useState(() => (draft ? formOfDraft(draft, now) : newForm(topicId, now)));
  // A draft that was kept stays the same draft, even if what was to follow it failed.
  const [draftId, setDraftId] = useState(draft?.id ?? null);
  const { submit, isPending, failure } = useSubmission();
  const dryRun = useDryRun(form);
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  const part: FormPart = { form, set, errors: errorsOf(failure?.fields ?? {}) };

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    await submit(async () => {
      const questionId = await save(draftId, form);
      setDraftId(questionId);
      if (pressed?.value === "review") await trpc.question.submit.mutate({ questionId });
      router.push("/admin/questions");
      router.refresh();
    });
  }

  return (
    <ChoicesContext value={choices}>
      <form
        onSubmit={onSubmit}
        method="post"
        className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]"
      >
        <div className="min-w-0">
          <Section title="The question">
            <QuestionFields {...part} topics={topics} isNew={draftId === null} />
          </Section>
          <Section title="The dates">
            <WindowFields {...part} zones={zones} />
          </Section>
          <Section
            title={form.type === "binary" ? "Yes, when" : "The answers"}
            lead="Say which events decide it. Whatever is left empty may be anything."
          >
            {form.type === "binary" ? (
              <RuleEditor group={form.rule} onChange={(rule) => set({ rule })} />
            ) : (
              <OptionsEditor {...part} />
            )}
          </Section>
          <Section title="What counts">
            <CountingFields {...part} />
          </Section>
        </div>
        <div className="min-w-0 lg:row-span-2">
          <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
            <DryRunPanel {...dryRun} />
          </div>
        </div>
        <div className="min-w-0">
          <SaveBar {...part} isUnderReview={draft?.isUnderReview ?? false} isPending={isPending} failure={failure} />
        </div>
      </form>
    </ChoicesContext>
  );
}
