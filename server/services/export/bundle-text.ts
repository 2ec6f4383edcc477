import {
  BUNDLE_FORMAT,
  BUNDLE_KIND_NAMES,
  BUNDLE_KINDS,
  BUNDLE_VERSION,
  type BundleRecord,
} from "#services/bundle/bundle-document.ts";

/** A bundle as the text of a file, record by record: one document, or one record a line. They come in the order of their kinds. */
export function bundleText(records: AsyncIterable<BundleRecord>, format: "json" | "ndjson"): AsyncGenerator<string> {
  return format === "ndjson" ? lines(records) : document(records);
}

async function* lines(records: AsyncIterable<BundleRecord>): AsyncGenerator<string> {
  yield `${JSON.stringify({ kind: "bundle", format: BUNDLE_FORMAT, version: BUNDLE_VERSION })}\n`;
  for await (const { kind, record } of records) yield `${JSON.stringify({ kind, ...record })}\n`;
}

async function* document(records: AsyncIterable<BundleRecord>): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(BUNDLE_FORMAT)},"version":${BUNDLE_VERSION}`;
  let open = -1;
  let separator = "";
  for await (const { kind, record } of records) {
    const place = BUNDLE_KIND_NAMES.indexOf(kind);
    if (place !== open) {
      yield listsUntil(place, open);
      [open, separator] = [place, ""];
    }
    yield `${separator}\n${JSON.stringify(record)}`;
    separator = ",";
  }
  yield `${listsUntil(BUNDLE_KIND_NAMES.length, open)}\n}\n`;
}

/** Ends the list that is open, and begins the one at a place. Those between have no records, and are there all the same. */
function listsUntil(place: number, open: number): string {
  const begun = BUNDLE_KIND_NAMES.slice(open + 1, place + 1).map(
    (kind) => `,\n${JSON.stringify(BUNDLE_KINDS[kind].list)}:[`,
  );
  const isLastOpen = place < BUNDLE_KIND_NAMES.length;
  return `${open < 0 ? "" : "]"}${begun.join("]")}${!isLastOpen && begun.length > 0 ? "]" : ""}`;
}
