import type { MarkdownIt } from "markdown-it";
import { textFault } from "#core/text/text-fault.ts";

/**
 * Shows an entity that stands for what nobody sees, or for what turns the direction of writing, as it was typed. The text itself
 * was refused if it held such a character; `&#x202e;` is another way to write one.
 */
export function showUnseenAsTyped(md: MarkdownIt): void {
  md.core.ruler.before("text_join", "unseen", ({ tokens }) => {
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        if (token.info === "entity" && textFault(token.content) !== null) token.content = token.markup;
      }
    }
  });
  // An address is shown as it was typed also: markdown-it would decode its escapes, and other letters of its host.
  md.normalizeLinkText = (url) => url;
}
