import type { StateBlock } from "markdown-it";

/**
 * A quote: lines that follow one another, each beginning with `>`. Markdown also lets a quoted paragraph run on without the
 * mark; to find how far, markdown-it's own rule looks from each quote to the end of the text.
 */
export function quote(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  if (!isQuoted(state, startLine)) return false;
  if (isSilent) return true;
  const { lineMax, blkIndent, parentType } = state;
  const unmarked: ReturnType<typeof marginOf>[] = [];
  let next = startLine;
  for (; next < endLine && isQuoted(state, next); next++) {
    unmarked.push(marginOf(state, next));
    setMargin(state, next, marginAfterMark(state, next));
  }
  Object.assign(state, { lineMax: next, blkIndent: 0, parentType: "blockquote" });
  state.push("blockquote_open", "blockquote", 1);
  state.md.block.tokenize(state, startLine, next);
  state.push("blockquote_close", "blockquote", -1);
  for (const [i, margin] of unmarked.entries()) setMargin(state, startLine + i, margin);
  Object.assign(state, { lineMax, blkIndent, parentType, line: next });
  return true;
}

function isQuoted(state: StateBlock, line: number): boolean {
  const { begin, shift, indent } = marginOf(state, line);
  const isIndented = indent < state.blkIndent || indent - state.blkIndent >= 4;
  return !isIndented && begin + shift < (state.eMarks[line] ?? 0) && state.src[begin + shift] === ">";
}

/** Where a line begins, how many characters and columns of white space follow, and at which column it begins. */
function marginOf({ bMarks, tShift, sCount, bsCount }: StateBlock, line: number) {
  return { begin: bMarks[line] ?? 0, shift: tShift[line] ?? 0, indent: sCount[line] ?? 0, column: bsCount[line] ?? 0 };
}

function setMargin(
  state: StateBlock,
  line: number,
  { begin, shift, indent, column }: ReturnType<typeof marginOf>,
): void {
  state.bMarks[line] = begin;
  state.tShift[line] = shift;
  state.sCount[line] = indent;
  state.bsCount[line] = column;
}

function marginAfterMark(state: StateBlock, line: number): ReturnType<typeof marginOf> {
  const isSpace = (at: number) => at < (state.eMarks[line] ?? 0) && (state.src[at] === " " || state.src[at] === "\t");
  const before = marginOf(state, line);
  const mark = before.begin + before.shift;
  const begin = mark + (isSpace(mark + 1) ? 2 : 1);
  const column = before.column + before.indent + begin - mark;
  let [end, indent] = [begin, 0];
  for (; isSpace(end); end++) indent += state.src[end] === "\t" ? 4 - ((column + indent) % 4) : 1;
  return { begin, shift: end - begin, indent, column };
}
