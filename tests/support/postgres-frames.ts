/** As much of the protocol between a client and Postgres (version 3) as tells where a statement and its answer end. */

/** What a client sends as one: a statement whole, with its text, or what belongs to beginning and ending a connection. */
interface Sent {
  readonly bytes: Buffer;
  readonly text?: string;
}

const LENGTH_BYTES = 4;
const letterOf = (message: Buffer) => String.fromCharCode(message[0] ?? 0);

/** The first message of what is there; undefined while it is not whole. Only the very first message has no letter before its length. */
function firstMessage(buffer: Buffer, hasLetter: boolean): Buffer | undefined {
  const at = hasLetter ? 1 : 0;
  if (buffer.length < at + LENGTH_BYTES) return undefined;
  const end = at + buffer.readUInt32BE(at);
  return buffer.length < end ? undefined : buffer.subarray(0, end);
}

/** The texts that a message holds, each ended by a zero byte, after its letter and length. */
function textsOf(message: Buffer): string[] {
  return message
    .subarray(1 + LENGTH_BYTES)
    .toString("utf8")
    .split("\0");
}

/** Reads what one client sends, chunk after chunk, and gives what is whole. A prepared statement is known again by its name. */
export function framesOfClient(): (chunk: Buffer) => Sent[] {
  const named = new Map<string, string>();
  let rest = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let text = "";
  let hasBegun = false;

  function whole(message: Buffer): Sent | undefined {
    const letter = letterOf(message);
    parts.push(message);
    const [first = "", second = ""] = textsOf(message);
    if (letter === "P") {
      named.set(first, second);
      text = second;
    }
    // A binding names its portal first, and then the statement.
    if (letter === "B") text = named.get(second) ?? text;
    if (letter === "Q") text = first;
    const isStatement = letter === "Q" || letter === "S";
    if (!isStatement && letter !== "X" && letter !== "p") return undefined;
    const bytes = Buffer.concat(parts);
    parts = [];
    return isStatement ? { bytes, text } : { bytes };
  }

  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const sent: Sent[] = [];
    for (;;) {
      const message = firstMessage(rest, hasBegun);
      if (!message) return sent;
      rest = rest.subarray(message.length);
      const made = hasBegun ? whole(message) : { bytes: message };
      hasBegun = true;
      if (made) sent.push(made);
    }
  };
}

/** Whether what Postgres sent ends by saying that it is ready for the next statement. */
export function isAnswerWhole(answer: Buffer): boolean {
  let rest = answer;
  for (;;) {
    const message = firstMessage(rest, true);
    if (!message) return false;
    if (letterOf(message) === "Z") return true;
    rest = rest.subarray(message.length);
  }
}

const FULL = "DO $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$";

function simpleQuery(text: string): Buffer {
  const message = Buffer.alloc(1 + LENGTH_BYTES + Buffer.byteLength(text) + 1);
  message.write("Q");
  message.writeUInt32BE(message.length - 1, 1);
  message.write(text, 1 + LENGTH_BYTES);
  return message;
}

/** What an administrator does to a connection, who ends it in the middle of a statement. */
export const terminating = () => simpleQuery("SELECT pg_terminate_backend(pg_backend_pid())");

/**
 * What Postgres refuses in place of a statement as it does when its disk is full. The answer has the form that any refused
 * statement's has. A commit that is refused ends its transaction.
 */
export function refusedInPlaceOf(statement: string): Buffer {
  return simpleQuery(/^commit/i.test(statement) ? `ROLLBACK; ${FULL}` : FULL);
}
