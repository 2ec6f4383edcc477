import { TabLinks } from "#app/_components/tab-links.tsx";

const DESKS = [
  { href: "/admin/events", label: "Log an event" },
  { href: "/admin/events/inbox", label: "Inbox" },
  { href: "/admin/events/coverage", label: "Sign coverage" },
  { href: "/admin/events/signals", label: "Write signals" },
  { href: "/admin/events/topic", label: "Open a topic" },
] as const;

/** The desks at which the log is kept. */
export function DeskLinks({ current }: { current: (typeof DESKS)[number]["href"] }) {
  return (
    <TabLinks label="Keeping the log" tabs={DESKS.map((desk) => ({ ...desk, isCurrent: desk.href === current }))} />
  );
}
