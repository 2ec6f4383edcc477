import type { PlacedRemark } from "#core/event/import/added-reports.ts";

interface Props {
  readonly remarks: readonly PlacedRemark<string>[];
  readonly className?: string;
}

/** Remarks on rows of a file, each by its line, and its column where it is about one. */
export function Remarks({ remarks, className }: Props) {
  return (
    <ul className="mt-1 space-y-1">
      {remarks.map((remark) => (
        <li key={keyOf(remark)} className={className ?? "wrap-anywhere"}>
          {placeText(remark)}: {remark.message}
          {isShown(remark) ? <code className="block text-xs text-soft wrap-anywhere">{remark.text}</code> : null}
        </li>
      ))}
    </ul>
  );
}

/** Where a remark belongs: `Line 4, type`, or for JSON `Record 2 (line 1)`. */
export function placeText({ line, record, column }: Pick<PlacedRemark<string>, "line" | "record" | "column">): string {
  const row = record === null ? `Line ${line}` : `Record ${record} (line ${line})`;
  return column === null ? row : `${row}, ${column}`;
}

const keyOf = ({ line, record, rule, column, text }: PlacedRemark<string>) =>
  JSON.stringify([line, record, rule, column, text]);

/** The words of the row are shown unless the message quotes them. */
const isShown = ({ message, text }: PlacedRemark<string>) => text !== "" && !message.includes(text);
