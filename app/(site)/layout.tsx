import type { ReactNode } from "react";
import { SiteShell } from "#app/_components/site-shell.tsx";

/** Everything people read sits between the header and the footer. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return <SiteShell>{children}</SiteShell>;
}
