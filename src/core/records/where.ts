// Knows where a value was written: a place in a file, or a column of a table row. Data only.

export type Where =
  | { file: string; line: number; column: number }
  | { table: string; row: string; column?: string };

/** Keys and indexes from a record's root to one of its values: `['lastTest', 'outgoing', 'reply']`. */
export type FieldPath = readonly (string | number)[];

/** `mailcheck/mailboxes.yaml:12:5`, or `mailbox(6f1c…).emailaddress` for a row of a table. */
export function whereText(where: Where): string {
  if ('file' in where) return `${where.file}:${where.line}:${where.column}`;
  return where.column === undefined
    ? `${where.table}(${where.row})`
    : `${where.table}(${where.row}).${where.column}`;
}
