// A statement as CSV: a line for each charge, credit and correction, and the sum at the end. Amounts with a point and two decimals.
import type { StatementsRow } from "../../database/rows.gen.ts";
import type { StatementLine } from "../charges/statements.ts";
import { csvCell } from "./csv-cell.ts";
import { instantIso } from "./instant-iso.ts";

const COLUMNS = ["statement", "month", "customer", "ticket", "subject", "kind", "clause", "reason", "booked", "net", "tax", "tax_rate", "gross", "currency"];

/** "-45.00" of cents: a number, so that no spreadsheet mistakes it for a text. */
export function amountText(cents: number): string {
  const whole = Math.abs(cents);
  return `${cents < 0 ? "-" : ""}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
}

export function statementCsv(statement: StatementsRow, lines: readonly StatementLine[]): string {
  const head = [csvCell(statement.number), csvCell(monthOf(statement)), csvCell(statement.name)];
  const rows = lines.map((l) => [
    ...head,
    ...[l.ticket, l.subject, l.kind, l.clause, l.reason, instantIso(l.booked_at)].map(csvCell),
    amountText(l.net),
    amountText(l.gross - l.net),
    l.taxes.map((t) => String(t.rate)).join(" "),
    amountText(l.gross),
    l.currency,
  ]);
  const sum = [...head, "", "", "total", "", "", "", amountText(statement.net), amountText(statement.gross - statement.net), "", amountText(statement.gross), statement.currency];
  return [COLUMNS, ...rows, sum].map((row) => `${row.join(",")}\r\n`).join("");
}

/** "2026-03" */
export const monthOf = (statement: Pick<StatementsRow, "month">): string => String(statement.month).slice(0, 7);
