import { BUNDLE_LISTS } from "#core/bundle/bundle-fault.ts";
import { DomainError } from "#core/errors.ts";
import { BUNDLE_KIND_NAMES, BUNDLE_KINDS, bundleHead } from "./bundle-document.ts";
import type { BundleShape } from "./bundle-shape.ts";
import { type BundleSource, sourceText } from "./bundle-source.ts";
import { issueFaults } from "./issue-text.ts";

/** More records than a list can have, so that the places of one list follow on those of the one before. */
const PLACES_OF_A_LIST = 2 ** 32;

/** Reads a bundle that is one document. */
export function readDocument(source: BundleSource, shape: BundleShape): void {
  const value = parsed(sourceText(source));
  const start = { text: "", order: -1 };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    shape.wrong({ text: "the bundle", order: -1 }, "This must be a record.");
    return;
  }
  const { lists, ...rest } = partedLists(value);
  for (const { field, message } of issueFaults(bundleHead.safeParse(rest.head).error?.issues ?? [])) {
    shape.wrong(start, message, field);
  }
  for (const kind of BUNDLE_KIND_NAMES) {
    const { list } = BUNDLE_KINDS[kind];
    const records = lists.get(list) ?? [];
    const first = (1 + BUNDLE_LISTS.indexOf(list)) * PLACES_OF_A_LIST;
    if (!Array.isArray(records)) {
      shape.wrong({ text: list, order: first }, "This must be a list.");
      continue;
    }
    for (const [i, record] of records.entries()) shape.add(kind, record, { text: `${list}[${i}]`, order: first + i });
  }
}

/** The lists of a document, and the members that are none. */
function partedLists(document: object): { lists: Map<string, unknown>; head: unknown } {
  const isList = ([name]: [string, unknown]) => (BUNDLE_LISTS as readonly string[]).includes(name);
  const members = Object.entries(document);
  return {
    lists: new Map(members.filter(isList)),
    head: Object.fromEntries(members.filter((member) => !isList(member))),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DomainError("import_must_be_readable", { reason: "not_json", detail: (error as Error).message });
  }
}
