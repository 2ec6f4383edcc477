import type { ReactNode } from "react";
import { PageLink } from "#app/_components/page-link.tsx";

interface ProofLinkProps {
  /** One of the kinds of records that are sealed. */
  readonly kind: string;
  readonly recordId: string;
  readonly children: ReactNode;
}

/** The way from a record to the proof that it is sealed. */
export function ProofLink({ kind, recordId, children }: ProofLinkProps) {
  return (
    <PageLink href={`/seals/record/${kind}/${recordId}`} rel="nofollow" className="link">
      {children}
    </PageLink>
  );
}
