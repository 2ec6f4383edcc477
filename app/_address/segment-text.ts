import { notFound } from "next/navigation";

/** What a segment of an address says; there is no such page when it says nothing that can be read. */
export function segmentText(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    notFound();
  }
}
