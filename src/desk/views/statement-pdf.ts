// A statement as PDF, in the customer's language with their numbers and dates. The same statement gives the same bytes, whenever it is asked for.
import type PDFKit from "pdfkit";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { StatementsRow } from "../../database/rows.gen.ts";
import { dateText, monthText, shortDateText } from "../../words/instant.ts";
import { decimalText, percentText } from "../../words/numbers.ts";
import { phrase } from "../../words/phrase.ts";
import type { StatementHead, StatementLine } from "../charges/statements.ts";
import { monthOf } from "./statement-csv.ts";

type Pdf = InstanceType<typeof PDFKit>;
const MARGIN = 48;
const RIGHT = 595.28 - MARGIN; // A4, in points
const BOTTOM = 841.89 - 64;
/** Where each column begins and how wide it is. */
const COLUMNS = { date: [MARGIN, 72], what: [MARGIN + 78, 232], net: [360, 58], tax: [422, 54], gross: [480, RIGHT - 480] } as const;
type Column = keyof typeof COLUMNS;
const [INK, QUIET, LINE] = ["#15181c", "#5f6975", "#c9ced4"];

const find = createRequire(import.meta.url);
let fonts: Promise<readonly [regular: Buffer, bold: Buffer]> | undefined;
const font = (name: string): Promise<Buffer> => readFile(find.resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`));

/** The document's bytes. `head` is what was kept when the statement was made. */
export async function statementPdf(statement: StatementsRow, lines: readonly StatementLine[]): Promise<Buffer> {
  fonts ??= Promise.all([font("400Regular"), font("600SemiBold")]);
  const [[regular, bold], { default: PDFDocument }] = await Promise.all([fonts, import("pdfkit")]); // loaded once somebody wants a document
  const head = statement.head as StatementHead;
  const { lang } = head;
  const title = phrase(lang, "statement.title", { number: String(statement.number) });
  const pdf = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    lang,
    displayTitle: true,
    info: { Title: `${title} · ${head.desk.name}`, Author: head.desk.name, CreationDate: new Date(statement.made_at) },
  });
  const done = bytesOf(pdf);
  pdf.registerFont("regular", regular).registerFont("bold", bold);
  heading(pdf, statement, head, title);
  table(pdf, lines, head);
  totals(pdf, statement, lines, lang);
  feet(pdf, `${head.desk.name} · ${title}`, lang);
  pdf.end();
  return done;
}

function bytesOf(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf
      .on("data", (part: Buffer) => void parts.push(part))
      .on("end", () => resolve(Buffer.concat(parts)))
      .on("error", reject);
  });
}

function heading(pdf: Pdf, statement: StatementsRow, { lang, zone, desk, customer }: StatementHead, title: string): void {
  pdf.font("bold").fontSize(11).fillColor(INK).text(desk.name, MARGIN, MARGIN);
  pdf.font("regular").fontSize(9).fillColor(QUIET).text([desk.address, desk.phone].filter(Boolean).join(" · "));
  pdf.moveDown(2).font("bold").fontSize(20).fillColor(INK).text(title);
  const made = phrase(lang, "statement.made", { date: dateText(statement.made_at, lang, zone, false) });
  pdf
    .font("regular")
    .fontSize(10)
    .fillColor(QUIET)
    .text(`${phrase(lang, "statement.month", { month: monthText(monthOf(statement), lang) })} · ${made}`);
  pdf.moveDown(1.5).fontSize(9).text(phrase(lang, "statement.to"));
  pdf.font("bold").fontSize(11).fillColor(INK).text(customer.name);
  const about = [customer.country, customer.vatNumber === null ? null : phrase(lang, "statement.vat", { number: customer.vatNumber })].filter(Boolean);
  if (about.length) pdf.font("regular").fontSize(9).fillColor(QUIET).text(about.join(" · "));
  pdf.moveDown(2);
}

function table(pdf: Pdf, lines: readonly StatementLine[], { lang, zone }: StatementHead): void {
  columnHeads(pdf, lang);
  for (const line of lines) {
    const kind = phrase(lang, `statement.kind.${line.kind as "charge"}`);
    const below = line.reason === null ? kind : `${kind}: ${line.reason}`;
    const width = { width: COLUMNS.what[1] };
    const [first, second] = [pdf.font("regular").fontSize(9).heightOfString(`${line.ticket}  ${line.subject}`, width), pdf.fontSize(8).heightOfString(below, width)];
    if (pdf.y + first + second + 8 > BOTTOM) {
      pdf.addPage();
      columnHeads(pdf, lang);
    }
    const y = pdf.y;
    pdf.fontSize(9).fillColor(INK);
    cell(pdf, "date", shortDateText(line.booked_at, lang, zone), y);
    pdf.text(`${line.ticket}  ${line.subject}`, COLUMNS.what[0], y, width);
    pdf
      .fontSize(8)
      .fillColor(QUIET)
      .text(below, COLUMNS.what[0], y + first + 1, width);
    pdf.fontSize(9).fillColor(INK);
    for (const [column, cents] of [
      ["net", line.net],
      ["tax", line.gross - line.net],
      ["gross", line.gross],
    ] as const)
      cell(pdf, column, amount(cents, lang), y);
    rule(pdf, y + first + second + 5);
  }
}

/** The net, each tax under its name and rate, and what is to pay. */
function totals(pdf: Pdf, statement: StatementsRow, lines: readonly StatementLine[], lang: string): void {
  const taxes = new Map<string, number>();
  for (const { name, rate, amount: of } of lines.flatMap((l) => l.taxes)) {
    const label = phrase(lang, "money.tax", { name, rate: percentText(rate, lang) });
    taxes.set(label, (taxes.get(label) ?? 0) + of.cents);
  }
  if (pdf.y + 18 * (taxes.size + 2) + 12 > BOTTOM) pdf.addPage();
  pdf.y += 8;
  const row = (label: string, cents: number, style: "regular" | "bold"): void => {
    const y = pdf.y;
    pdf
      .font(style)
      .fontSize(style === "bold" ? 11 : 9)
      .fillColor(INK)
      .text(label, COLUMNS.what[0], y, { width: 250, align: "right" });
    const after = pdf.y;
    pdf.text(`${amount(cents, lang)} ${statement.currency}`, 422, y, { width: RIGHT - 422, align: "right", features: ["tnum"] });
    pdf.y = Math.max(pdf.y, after) + 4;
  };
  row(phrase(lang, "statement.net"), statement.net, "regular");
  for (const [label, cents] of taxes) row(label, cents, "regular");
  row(phrase(lang, "statement.total"), statement.gross, "bold");
}

function columnHeads(pdf: Pdf, lang: string): void {
  const y = pdf.y;
  pdf.font("bold").fontSize(8).fillColor(QUIET);
  for (const column of Object.keys(COLUMNS) as Column[]) cell(pdf, column, phrase(lang, `statement.${column}`), y);
  rule(pdf, y + 13);
  pdf.font("regular");
}

function cell(pdf: Pdf, column: Column, text: string, y: number): void {
  const [x, width] = COLUMNS[column];
  pdf.text(text, x, y, { width, align: column === "date" || column === "what" ? "left" : "right", features: ["tnum"] });
}

function rule(pdf: Pdf, y: number): void {
  pdf.moveTo(MARGIN, y).lineTo(RIGHT, y).lineWidth(0.5).strokeColor(LINE).stroke();
  pdf.x = MARGIN;
  pdf.y = y + 6;
}

function feet(pdf: Pdf, label: string, lang: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0; // the foot stands in the margin and must not begin another page
    pdf.font("regular").fontSize(8).fillColor(QUIET).text(label, MARGIN, 800, { width: 380, lineBreak: false });
    pdf.text(phrase(lang, "statement.page", { page: String(page + 1), pages: String(count) }), RIGHT - 120, 800, { width: 120, align: "right", lineBreak: false });
  }
}

const amount = (cents: number, lang: string): string => decimalText(cents / 100, lang);
