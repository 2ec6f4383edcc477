import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";

/** A page that is offered to other roles than the reader's. */
export default function SiteForbidden() {
  return (
    <PageHeader
      title="Not for your role"
      lead={
        <>
          <p>Moderators, or admins alone, use this page. An admin can change your role.</p>
          <p className="mt-5 flex flex-wrap gap-2">
            <ButtonLink href="/questions">See the questions</ButtonLink>
            <ButtonLink href="/questions/suggest" tone="secondary">
              Suggest a question
            </ButtonLink>
          </p>
        </>
      }
    />
  );
}
