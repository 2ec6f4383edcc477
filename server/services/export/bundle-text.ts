import { BUNDLE_KINDS, type BundleKind, type BundleText } from "../bundle/bundle-document.ts";

const KINDS: readonly BundleKind[] = ["topic", "question", "forecaster", "forecast", "event", "coverage", "comment"];

/** A bundle as the text of a file, piece by piece: one document, or one record a line. */
export function* bundleText(bundle: BundleText, format: "json" | "ndjson"): Generator<string> {
  const { format: name, version } = bundle;
  if (format === "ndjson") {
    yield `${JSON.stringify({ kind: "bundle", format: name, version })}\n`;
    for (const kind of KINDS) {
      for (const record of bundle[BUNDLE_KINDS[kind].list] ?? []) yield `${JSON.stringify({ kind, ...record })}\n`;
    }
    return;
  }
  yield `{"format":${JSON.stringify(name)},"version":${version}`;
  for (const kind of KINDS) {
    const { list } = BUNDLE_KINDS[kind];
    yield `,\n${JSON.stringify(list)}:[`;
    for (const [i, record] of (bundle[list] ?? []).entries())
      yield `${i === 0 ? "\n" : ",\n"}${JSON.stringify(record)}`;
    yield "]";
  }
  yield "}\n";
}
