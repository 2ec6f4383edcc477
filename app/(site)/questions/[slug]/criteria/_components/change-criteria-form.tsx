"use client";

import { useRouter } from "next/navigation";
import { Section } from "#app/_components/section.tsx";
import { type Choices, ChoicesContext } from "#app/_criteria/choices.ts";
import { CountingFields } from "#app/_criteria/counting-fields.tsx";
import { type DraftForm, newForm } from "#app/_criteria/draft-form-state.ts";
import { criteriaOf } from "#app/_criteria/draft-of-form.ts";
import { DryRunPanel } from "#app/_criteria/dry-run-panel.tsx";
import { FindingsAt } from "#app/_criteria/findings-at.tsx";
import { criteriaForm } from "#app/_criteria/form-of-draft.ts";
import { errorsOf, type FormPart } from "#app/_criteria/form-part.ts";
import { RULE_TITLES, RulePartFields } from "#app/_criteria/rule-part.tsx";
import { useDryRun } from "#app/_criteria/use-dry-run.ts";
import { WindowFields } from "#app/_criteria/window-fields.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { ChangesSoFar } from "./changes-so-far.tsx";
import { ReasonBar } from "./reason-bar.tsx";

interface Props {
  readonly question: { readonly id: string; readonly slug: string; readonly version: number };
  readonly topicId: string;
  /** What stands; options go by their labels, as in the form. */
  readonly current: {
    readonly criteria: Criteria;
    readonly options: readonly string[];
    readonly finePrint: string;
  };
  readonly choices: Choices;
  readonly now: number;
}

/** The rule of a public question, changed in the same builder it was made in, with the differences in sight. */
export function ChangeCriteriaForm({ question, topicId, current, choices, now }: Props) {
  const router = useRouter();
  const held = useForm<DraftForm>(() => {
    const { criteria, options, finePrint } = current;
    return { ...criteriaForm(newForm(topicId, now), criteria, options), finePrint };
  });
  const { values: form, failure, isPending } = held;
  const dryRun = useDryRun(form);
  const part: FormPart = { form, set: held.change, errors: errorsOf(held.errors) };

  const publish = held.onSubmit(async (typed) => {
    await trpc.criteria.change.mutate({
      questionId: question.id,
      basedOn: question.version,
      criteria: criteriaOf(typed),
      finePrint: typed.finePrint,
      reason: typed.reason,
    });
    router.push(`/questions/${question.slug}?tab=versions#activity`);
    router.refresh();
  });

  return (
    <ChoicesContext value={choices}>
      <form
        ref={held.ref}
        onSubmit={publish}
        method="post"
        className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]"
      >
        <div className="min-w-0">
          <Section title={RULE_TITLES[form.type]} id="part-rule">
            <RulePartFields {...part} />
            <FindingsAt run={dryRun.run} place="rule" />
          </Section>
          <Section title="The window" id="part-dates">
            <WindowFields {...part} zones={[form.zone]} shows="beginning" />
            <FindingsAt run={dryRun.run} place="dates" />
          </Section>
          <Section title="What counts" id="part-counting">
            <CountingFields {...part} />
            <FindingsAt run={dryRun.run} place="counting" />
          </Section>
        </div>
        <div className="min-w-0 lg:row-span-2">
          <div className="space-y-8 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
            <ChangesSoFar form={form} before={current.criteria} />
            <DryRunPanel form={form} {...dryRun} />
          </div>
        </div>
        <div className="min-w-0">
          <ReasonBar {...part} isPending={isPending} failure={failure} />
        </div>
      </form>
    </ChoicesContext>
  );
}
