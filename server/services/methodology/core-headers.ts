/** What the header of one function or class of `core` says, part by part. */
export interface CoreHeader {
  readonly name: string;
  readonly says: string;
  readonly formula: string;
  /** The formula in TeX, where it is more than words. */
  readonly tex: string | null;
  readonly units: string | null;
  readonly source: string | null;
  readonly examples: { expression: string; value: string }[];
}

const DEFINITION = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:(?:async )?function\*?|class) (\w+)/g;
const LABELS = "TeX|Formula|Units|Range|Errors|Error bound|Source|Cost";
const EXAMPLE = /^(.+?);?\s*\/\/ => (.+)$/gm;

/** The headers of a source text's exported functions and classes that state a formula. */
export function coreHeaders(source: string): CoreHeader[] {
  return [...source.matchAll(DEFINITION)].flatMap(([, comment = "", name = ""]) => {
    const text = comment.replaceAll(/^ ?\* ?/gm, "").trim();
    const [told = "", example = ""] = text.split(/^@example$/m);
    const parts = partsOf(told);
    const formula = parts.get("Formula");
    if (formula === undefined) return [];
    return {
      name,
      says: parts.get("") ?? "",
      formula,
      tex: parts.get("TeX") ?? null,
      units: parts.get("Units") ?? parts.get("Range") ?? null,
      source: parts.get("Source") ?? null,
      examples: [...example.trim().matchAll(EXAMPLE)].map(([, expression = "", value = ""]) => ({ expression, value })),
    };
  });
}

/** A header cut at its labels, at the beginning of a line or of a sentence; what comes before the first has none. */
function partsOf(told: string): Map<string, string> {
  const pieces = told.split(new RegExp(`(?:^|(?<=[.;)] ))(${LABELS}):\\s*`, "m"));
  const parts = new Map([["", unwrapped(pieces[0] ?? "")]]);
  for (let i = 1; i < pieces.length; i += 2) parts.set(pieces[i] ?? "", unwrapped(pieces[i + 1] ?? ""));
  return parts;
}

/** Without what only a programmer needs: line ends, code marks, and the design's own file names. */
function unwrapped(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/`scoring\.md` §[\d, §]+(“[^”]*”|"[^"]*")?[;:,.]?\s*/g, "")
    .replaceAll("`", "");
}
