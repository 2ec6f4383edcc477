/** What an answer to a stranger must not tell: the code, the database, or where they are. */
const LEAKS: readonly RegExp[] = [
  /prisma|postgres|pglite|\bpg\b|sqlstate/i,
  /\b(select|insert into|update|delete from)\b[^.]*\b(from|values|set|where)\b\s+["$a-z_]+\s*(=|\(|\.|where)/i,
  /\n\s*at \S+/,
  /\b[\w/-]+\.(ts|tsx|js|mjs|cjs):\d+/,
  /node_modules|\.next\/|server\/(api|services|db|core)\//,
  /(^|["'\s(])\/(work|home|root|usr|tmp|var|app|opt)\/[\w./-]+/,
  /\b(ECONN\w+|ENOENT|EACCES|TypeError|ReferenceError|RangeError|SyntaxError|P[12]\d{3})\b/,
  /invocation in|constraint "|relation "|column "|violates /i,
];

/** The pieces of a text that tell such things. */
export function leaksIn(text: string): string[] {
  return LEAKS.flatMap((leak) => leak.exec(text)?.[0] ?? []);
}
