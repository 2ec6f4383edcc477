import { ButtonLink } from "./button.tsx";
import { PageHeader } from "./page-header.tsx";

/** No such page, or not for this reader: the same words for both, so that nothing is given away. */
export function PageMissing() {
  return (
    <PageHeader
      title="There is no such page"
      lead={
        <>
          <p>The address may be mistyped, or what was here may not be public.</p>
          <p className="mt-5 flex flex-wrap gap-2">
            <ButtonLink href="/questions">See the questions</ButtonLink>
            <ButtonLink href="/topics" tone="secondary">
              See the topics
            </ButtonLink>
          </p>
        </>
      }
    />
  );
}
