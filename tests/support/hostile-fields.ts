import type { apiClient } from "./api-client.ts";
import type { HostileText } from "./hostile-payloads.ts";

type Client = Awaited<ReturnType<typeof apiClient>>;

/** Where texts stand: for each page the numbers of those that it must show, and how many texts were put into fields of a kind. */
export interface Placed {
  readonly pages: Map<string, Set<number>>;
  readonly fields: Map<string, number>;
}

export interface Stage {
  readonly moderator: Client;
  readonly admin: Client;
  readonly forecaster: Client;
  readonly placed: Placed;
}

/** A text is found again by its number, whatever a page makes of the rest of it. */
const marked = ({ number, text }: HostileText) => `${text} n${number}n`;
export const markedAlone = ({ number, text }: HostileText) => `${text}\n\nn${number}n`;

/** The texts, some to a field of so many characters; those that are too long alone are left to larger fields. */
export function fillings(texts: readonly HostileText[], most: number): HostileText[][] {
  const filled: HostileText[][] = [[]];
  let length = 0;
  for (const text of texts) {
    const size = markedAlone(text).length + 2;
    if (size > most) continue;
    if (length + size > most) {
      filled.push([]);
      length = 0;
    }
    filled.at(-1)?.push(text);
    length += size;
  }
  return filled;
}

export function note({ placed }: Stage, page: string, field: string, texts: readonly HostileText[]): void {
  const numbers = placed.pages.get(page) ?? new Set();
  for (const { number } of texts) numbers.add(number);
  placed.pages.set(page, numbers);
  placed.fields.set(field, (placed.fields.get(field) ?? 0) + texts.length);
}

export const joined = (texts: readonly HostileText[] = []) => texts.map(markedAlone).join("\n\n");
export const alone = (texts: readonly HostileText[] = []) => texts.map(marked).join(" ");
