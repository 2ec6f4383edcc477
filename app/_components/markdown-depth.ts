import type { MarkdownIt, StateBlock, Token } from "markdown-it";

/** How deep quotes and lists may lie in one another, counted in elements, and how deep emphasis may. */
export const MAX_DEPTH = 16;

/**
 * Shows what lies deeper than that as it was typed. Without a bound a short text of nothing but `>` or `*` makes a page
 * that browsers cannot lay out; markdown-it's own bound leaves out what lies beyond it.
 */
export function showDeepPartsAsTyped(md: MarkdownIt): void {
  md.block.ruler.before("code", "deep", deepBlock);
  md.core.ruler.push("deep_emphasis", ({ tokens }) => {
    for (const { children } of tokens) if (children) flattenEmphasis(children);
  });
}

/** Takes the lines that are left of a block which lies too deep as one paragraph of plain text. */
function deepBlock(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  if (isSilent || state.level < MAX_DEPTH) return false;
  let next = startLine;
  // A line that is indented less belongs to a list further out.
  const isInside = (line: number) => state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent;
  while (next < endLine && isInside(next)) next++;
  state.push("paragraph_open", "p", 1);
  state.push("text", "", 0).content = state.getLines(startLine, next, state.blkIndent, false).trim();
  state.push("paragraph_close", "p", -1);
  state.line = next;
  return true;
}

function flattenEmphasis(tokens: readonly Token[]): void {
  const isKept: boolean[] = [];
  for (const token of tokens) {
    if (token.tag !== "em" && token.tag !== "strong") continue;
    if (token.nesting > 0) isKept.push(isKept.length < MAX_DEPTH);
    const keeps = token.nesting > 0 ? isKept.at(-1) : isKept.pop();
    if (keeps) continue;
    token.type = "text";
    token.tag = "";
    token.nesting = 0;
    token.content = token.markup;
  }
}
