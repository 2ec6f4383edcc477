import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";

/** Events belong to topics, so the first topic comes first. */
export function NoTopic() {
  return (
    <EmptyState title="There is no topic yet" action={<ButtonLink href="/admin/events/topic">Open a topic</ButtonLink>}>
      Every event and every statement of coverage belongs to a topic.
    </EmptyState>
  );
}
