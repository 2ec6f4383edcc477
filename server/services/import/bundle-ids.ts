import { createHash } from "node:crypto";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The id under which something of a bundle is kept: its own where that is one that a database gives, so that it comes back under
 * it; otherwise one that is made from it, the same each time, so that it is known again.
 */
export function keptId(id: string, within: string): string {
  if (UUID.test(id)) return id;
  const bytes = createHash("sha256")
    .update(JSON.stringify([within, id]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

interface Statement {
  readonly id?: string | undefined;
  readonly topic: string;
}

/** The id of each statement of coverage; one without an id is known by what it says, and by which of several it is. */
export function coverageIds(statements: readonly Statement[]): string[] {
  const said = new Map<string, number>();
  return statements.map((statement) => {
    if (statement.id !== undefined) return keptId(statement.id, `coverage of ${statement.topic}`);
    const text = JSON.stringify(statement);
    const times = (said.get(text) ?? 0) + 1;
    said.set(text, times);
    return keptId(`${text} ${times}`, `coverage of ${statement.topic}`);
  });
}

export function eventId({ id, topic }: { readonly id: string; readonly topic: string }): string {
  return keptId(id, `event of ${topic}`);
}
