import { stringify } from "csv-stringify/sync";
import { tokyoDate } from "../domain/fiscal-year.ts";
import type { TargetType } from "../domain/forms/form.ts";
import type { Board, BoardSheet, Standing } from "../domain/round-view.ts";

/** The words that stand in the table beside the codes, in the reader's language. */
export interface TableWords {
  readonly standing: (standing: Standing) => string;
  readonly target: (type: TargetType) => string;
  readonly section: (sheet: BoardSheet) => string;
}

type Column = readonly [name: string, value: (sheet: BoardSheet, board: Board, words: TableWords) => string];

// The order and the names are what other tables and macros rely on: new columns go to the end.
const COLUMNS: readonly Column[] = [
  ["organization", (_, board) => board.organization.slug],
  ["fiscal_year", (_, board) => String(board.fiscalYear)],
  ["phase", (_, board) => board.phase],
  ["section", (sheet, _, words) => words.section(sheet)],
  ["target_type", (sheet) => sheet.type],
  ["target_type_name", (sheet, _, words) => words.target(sheet.type)],
  ["code", (sheet) => sheet.code ?? ""],
  ["title", (sheet) => sheet.title ?? ""],
  ["state", (sheet) => sheet.standing],
  ["state_name", (sheet, _, words) => words.standing(sheet.standing)],
  ["holder_role", (sheet) => sheet.holder?.role ?? ""],
  ["holder_names", (sheet) => sheet.holder?.names.join("、") ?? ""],
  ["last_saved_by", (sheet) => sheet.written?.by ?? ""],
  ["last_saved_on", (sheet) => (sheet.written ? tokyoDate(sheet.written.at) : "")],
  ["due_on", (_, board) => board.dueOn],
  ["late_permit_until", (sheet) => sheet.permitUntil ?? ""],
  ["sheet_id", (sheet) => sheet.submissionId],
];

/**
 * A round's sheets as CSV for a spreadsheet: UTF-8 with its byte order mark, names in row 1, one value a cell, blank where
 * nothing is known. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function roundCsv(board: Board, words: TableWords): string {
  const rows = board.sheets.map((sheet) => COLUMNS.map(([, value]) => value(sheet, board, words)));
  return stringify(rows, {
    bom: true,
    header: true,
    columns: COLUMNS.map(([name]) => ({ key: name, header: name })),
    record_delimiter: "windows",
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
}
