/** The last column of a table of rows that were left out: it says what is wrong with each. */
export const FAULT_COLUMN = "fault";

/**
 * Whether a table was written here, to be mended and brought in again: then its cells are guarded against spreadsheets.
 *
 * @example
 * isLeftOutTable(["id", "type", "Fault "]); // => true
 */
export const isLeftOutTable = (names: readonly string[]) => names.at(-1)?.trim().toLowerCase() === FAULT_COLUMN;
