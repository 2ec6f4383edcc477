import type { z } from "zod";

type Issue = z.core.$ZodIssue;

const KINDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a record",
  null: "null",
};

/**
 * What is wrong with a member of a record, in plain words. The words that a schema was given stay as they are; those that zod
 * brings of its own name types and codes, which nobody but a programmer reads.
 */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return "There is no such member.";
    case "invalid_type":
      return invalidType(issue);
    case "invalid_value":
      return `One of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}.`;
    case "invalid_union":
      return unionText(issue);
    case "too_small":
    case "too_big":
      return isDefault(issue) ? sizeText(issue) : issue.message;
    default:
      return isDefault(issue) ? "This is not of the form that it must have." : issue.message;
  }
}

function isDefault({ message }: Issue): boolean {
  return /^(Invalid|Too (big|small))/.test(message);
}

function invalidType(issue: Extract<Issue, { code: "invalid_type" }>): string {
  if (/received undefined$/.test(issue.message)) return "This is missing.";
  if (/received Infinity$/.test(issue.message)) return "This number is larger than numbers go.";
  return `This must be ${KINDS[issue.expected] ?? issue.expected}.`;
}

/** What each way of the union asks for: the kinds, when all of them differ in kind; else what the nearest way misses. */
function unionText({ errors }: Extract<Issue, { code: "invalid_union" }>): string {
  const kinds = errors.flatMap(([first]) => (first?.code === "invalid_type" && first.path.length === 0 ? first : []));
  if (kinds.length === errors.length && kinds.length > 0) {
    const names = [...new Set(kinds.map(({ expected }) => KINDS[expected] ?? expected))];
    return `This must be ${names.join(", or ")}.`;
  }
  const nearest = errors.filter((way) => !kinds.includes(way[0] as (typeof kinds)[number]));
  const [issue] = nearest.toSorted((one, other) => one.length - other.length)[0] ?? [];
  if (!issue) return "This is not of the form that it must have.";
  const place = issue.path.length > 0 ? `${pathText(issue.path)}: ` : "";
  return place + issueText(issue);
}

function sizeText(issue: Extract<Issue, { code: "too_small" | "too_big" }>): string {
  const bound = issue.code === "too_small" ? issue.minimum : issue.maximum;
  const way = issue.code === "too_small" ? "At least" : "At most";
  if (issue.origin === "string") return `${way} ${bound} characters.`;
  if (issue.origin === "array") return `${way} ${bound} of them.`;
  return `${way} ${bound}.`;
}

/** `criteria.earlier[3].rule`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
}

/** Every fault of a record: which member, and what is wrong with it. */
export function issueFaults(issues: readonly Issue[]): { field: string; message: string }[] {
  return issues.flatMap((issue) => {
    const place = pathText(issue.path);
    const message = issueText(issue);
    if (issue.code !== "unrecognized_keys") return { field: place, message };
    return issue.keys.map((key) => ({ field: place === "" ? key : `${place}.${key}`, message }));
  });
}
