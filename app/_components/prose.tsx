import { markdownToHtml } from "./markdown-to-html.ts";

/** Text that people wrote in Markdown. `story` sets it in the serif, for summaries that are read at length. */
export function Prose({ markdown, face = "plain" }: { markdown: string; face?: "plain" | "story" }) {
  const html = markdownToHtml(markdown);
  return (
    <div
      className={face === "story" ? "prose font-serif text-[1.0625rem] leading-7" : "prose"}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML has just been sanitised against an allowlist.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
