import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right, so that their digits line up. */
  readonly isNumber?: boolean;
  /** Stays on a phone. Mark the two that matter; the rest is told by `detail` or left to the page behind the link. */
  readonly staysNarrow?: boolean;
  /** The column that names the row: its cells are row headers. */
  readonly namesRow?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly keyOf: (row: Row) => string;
  /** On a phone: one line under the row's name, in place of the columns that are hidden there. */
  readonly detail?: (row: Row) => ReactNode;
  readonly isCurrent?: (row: Row) => boolean;
  /** Shown in place of the table when there is no row. */
  readonly empty?: ReactNode;
  readonly showsCaption?: boolean;
}

/** A table that becomes a list of two columns when the room is narrow. */
export function DataTable<Row>({ rows, columns, empty, showsCaption = false, ...rest }: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <div className="@container">
      <table className="w-full border-collapse text-sm">
        <caption className={showsCaption ? "pb-2 text-left text-soft" : "sr-only"}>{rest.caption}</caption>
        <thead>
          <tr className="border-b border-outline">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classNames(lookOf(column), "pb-2 font-medium text-soft")}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={rest.keyOf(row)} row={row} columns={columns} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps<Row> = Pick<DataTableProps<Row>, "columns" | "detail" | "isCurrent"> & { readonly row: Row };

function TableRow<Row>({ row, columns, detail, isCurrent }: RowProps<Row>) {
  const isMarked = isCurrent?.(row) ?? false;
  return (
    <tr className={classNames("border-b border-hairline", isMarked ? "bg-accent/8" : "hover:bg-ink/3")}>
      {columns.map((column) => {
        const Cell = column.namesRow ? "th" : "td";
        return (
          <Cell
            key={column.key}
            scope={column.namesRow ? "row" : undefined}
            className={classNames(lookOf(column), "py-2.5 align-top font-normal")}
          >
            {column.cell(row)}
            {column.namesRow && detail ? (
              <div className="mt-0.5 text-xs text-soft @lg:hidden">{detail(row)}</div>
            ) : null}
          </Cell>
        );
      })}
    </tr>
  );
}

function lookOf<Row>(column: Column<Row>): string {
  return classNames(
    "pr-4 last:pr-0",
    column.isNumber ? "text-right" : "text-left",
    column.isNumber && "whitespace-nowrap",
    !(column.staysNarrow || column.namesRow) && "hidden @lg:table-cell",
  );
}
