import type { ReactNode } from "react";
import { api } from "#app/_trpc/server.ts";
import { type Action, may } from "#core/permissions.ts";
import { DeskLink } from "./_components/desk-link.tsx";

const places: readonly { href: string; label: string; action: Action }[] = [
  { href: "/admin", label: "Resolution queue", action: "read_resolution_queue" },
  { href: "/admin/events", label: "Events", action: "log_event" },
  { href: "/admin/questions", label: "Questions", action: "draft_question" },
  { href: "/admin/people", label: "People", action: "read_people" },
  { href: "/admin/audit", label: "Audit", action: "read_audit_log" },
  { href: "/admin/settings", label: "Settings", action: "change_instance_settings" },
];

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await (await api()).user.viewer();
  const actor = viewer && ({ kind: "user", ...viewer } as const);
  // The page below turns them away: it knows what was asked for, and where to come back to after signing in.
  if (!actor || !may(actor, "read_resolution_queue")) return children;
  return (
    <>
      <nav
        aria-label="Administration"
        className="-mt-2 mb-8 overflow-x-auto overflow-y-hidden border-b border-hairline"
      >
        <ul className="flex gap-5 text-sm">
          {places
            .filter((place) => may(actor, place.action))
            .map((place) => (
              <li key={place.href}>
                <DeskLink href={place.href}>{place.label}</DeskLink>
              </li>
            ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
