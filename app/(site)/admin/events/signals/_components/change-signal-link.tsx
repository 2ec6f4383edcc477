import Link from "next/link";
import { VisuallyHidden } from "#app/_components/visually-hidden.tsx";

/** Takes a signal up in the form. */
export function ChangeSignalLink({ slug, signal }: { slug: string; signal: { id: string; name: string } }) {
  return (
    <Link href={`/admin/events/signals?topic=${slug}&signal=${signal.id}`} className="link text-sm">
      Change<VisuallyHidden> {signal.name}</VisuallyHidden>
    </Link>
  );
}
