import type { Metadata } from "next";
import { PageMissing } from "#app/_components/page-missing.tsx";
import { SiteShell } from "#app/_components/site-shell.tsx";

export const metadata: Metadata = { title: "Not found" };

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <SiteShell>
      <PageMissing />
    </SiteShell>
  );
}
