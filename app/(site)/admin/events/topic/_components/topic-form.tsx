"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/_components/button.tsx";
import { Checkbox } from "#app/_components/checkbox.tsx";
import { Field } from "#app/_components/field.tsx";
import { TextArea } from "#app/_components/text-area.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useForm } from "#app/_forms/use-form.ts";
import { trpc } from "#app/_trpc/client.ts";
import { slugOf } from "#core/slug-of.ts";

interface TopicFormProps {
  /** The topic that is edited; left out when one is opened. */
  readonly topic?: { readonly id: string; readonly title: string; readonly summary: string };
}

/** Opens a topic, or tells the story of one anew. */
export function TopicForm({ topic }: TopicFormProps) {
  const router = useRouter();
  const form = useForm({ title: topic?.title ?? "", summary: topic?.summary ?? "", slug: "", isFictional: false });
  const { values, errors, failure, isPending } = form;

  const save = form.onSubmit(async ({ title, summary, slug, isFictional }) => {
    const saved = topic
      ? await trpc.topic.edit.mutate({ topicId: topic.id, title, summary })
      : await trpc.topic.create.mutate({ title, summary, isFictional, ...(slug ? { slug } : {}) });
    router.push(`/topics/${saved.slug}`);
    router.refresh();
  });

  return (
    <form ref={form.ref} onSubmit={save} className="space-y-5">
      <Field label="Title" error={errors.title}>
        {(control) => <TextInput {...control} required maxLength={160} {...form.text("title")} />}
      </Field>
      {topic ? null : (
        <Field label="Address" optional hint="Small letters, digits and hyphens. It stays." error={errors.slug}>
          {(control) => (
            <TextInput
              {...control}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              maxLength={120}
              placeholder={slugOf(values.title)}
              {...form.text("slug")}
            />
          )}
        </Field>
      )}
      <Field
        label="The story"
        hint="Markdown: what is watched, who is in it, which signals count."
        error={errors.summary}
      >
        {(control) => <TextArea {...control} rows={10} required {...form.text("summary")} />}
      </Field>
      {topic ? null : (
        <Checkbox
          label="This story is fictional"
          hint="Every page that shows something of it says that nothing here happened. It stays so."
          {...form.tick("isFictional")}
        />
      )}
      <FailureNotice failure={failure}>What you typed is still here.</FailureNotice>
      <Button type="submit" disabled={isPending}>
        {topic ? "Save the story" : "Open the topic"}
      </Button>
    </form>
  );
}
