import { PageMissing } from "#app/_components/page-missing.tsx";

/** A page that asked for something that does not exist. */
export default function SiteNotFound() {
  return <PageMissing />;
}
