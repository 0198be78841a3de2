// The document of a statement: whole in each language, over as many pages as it takes, and the same bytes whenever it is asked for.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import type { StatementsRow } from "../../src/database/rows.gen.ts";
import type { StatementHead, StatementLine } from "../../src/desk/charges/statements.ts";
import { statementPdf } from "../../src/desk/views/statement-pdf.ts";

const MADE = Date.UTC(2026, 11, 1, 8);
const vat = (cents: number) => [{ name: "IVA", rate: 22, amount: { cents } }];
const LINES: readonly StatementLine[] = [
  {
    ticket: "DM-1004",
    subject: "Il preventivo è vuoto: perché?",
    kind: "charge",
    clause: "owed-when-solved",
    reason: null,
    booked_at: Date.UTC(2026, 10, 14, 23, 30),
    net: 4500,
    taxes: vat(990),
    gross: 5490,
    currency: "EUR",
  },
  {
    ticket: "DM-1005",
    subject: "Șapte fișiere și o bază de date întreagă, țintă: să meargă",
    kind: "charge",
    clause: "owed-when-solved",
    reason: null,
    booked_at: Date.UTC(2026, 10, 20, 9),
    net: 1234500,
    taxes: vat(271590),
    gross: 1506090,
    currency: "EUR",
  },
  {
    ticket: "DM-1004",
    subject: "Il preventivo è vuoto: perché?",
    kind: "credit",
    clause: null,
    reason: "Abbiamo tardato",
    booked_at: Date.UTC(2026, 10, 21, 9),
    net: -1051,
    taxes: vat(-231),
    gross: -1282,
    currency: "EUR",
  },
];
function statement(lang: string, lines: readonly StatementLine[] = LINES): StatementsRow {
  const head: StatementHead = {
    lang,
    zone: "Europe/Rome",
    desk: { name: "Assistenza DMS", address: "help@dms.example", phone: "+1 202 555 0142" },
    customer: { name: "Studio Dentistico Ștefănescu & Fils", country: "IT", vatNumber: "IT00743110157" },
  };
  const sum = (of: "net" | "gross"): number => lines.reduce((all, line) => all + line[of], 0);
  return {
    desk: "dms",
    number: 12,
    month: "2026-11-01",
    organisation: null,
    person: "p",
    name: head.customer.name,
    currency: "EUR",
    net: sum("net"),
    gross: sum("gross"),
    made_at: MADE,
    made_by: "Giulia Ferrante",
    head,
  };
}
async function read(bytes: Uint8Array): Promise<{ pages: string[]; all: string }> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return { pages: text, all: text.join(" ").replaceAll(/\s+/g, " ") };
}

test("each language writes its own words, numbers and days, and every letter of them", async () => {
  const says: Readonly<Record<string, readonly string[]>> = {
    it: ["Rendiconto 12", "novembre 2026", "15/11/2026", "12.345,00", "Accredito: Abbiamo tardato", "-12,82", "IVA 22%", "Pagina 1 di 1"],
    en: ["Statement 12", "November 2026", "15/11/2026", "12,345.00", "Given back: Abbiamo tardato", "-12.82", "Page 1 of 1"],
    fr: ["Relevé 12", "novembre 2026", "15/11/2026", "12 345,00", "Remboursé: Abbiamo tardato", "Toutes taxes"],
    ro: ["Extras 12", "noiembrie 2026", "15.11.2026", "12.345,00", "Înapoiat", "Fără TVA", "Către"],
  };
  for (const [lang, words] of Object.entries(says)) {
    const bytes = await statementPdf(statement(lang), LINES);
    const { all } = await read(bytes);
    for (const word of [...words, "Ștefănescu & Fils", "Șapte fișiere și o bază de date întreagă, țintă", "perché", "IT00743110157", "EUR"]) expect(all, lang).toContain(word);
  }
});

test("the same statement is the same bytes, at any hour and in any process's zone; another is not", async () => {
  const first = await statementPdf(statement("it"), LINES);
  const later = await statementPdf(statement("it"), LINES);
  expect(later.equals(first)).toBe(true);
  expect((await statementPdf({ ...statement("it"), number: 13 }, LINES)).equals(first)).toBe(false);
});

test("a long one takes several pages, each with its heads and its number, and nothing is lost between them", async () => {
  const many = Array.from({ length: 90 }, (_, i): StatementLine => ({ ...LINES[i % 2]!, ticket: `DM-${2000 + i}`, subject: `${"Una richiesta piuttosto lunga ".repeat((i % 3) + 1)}${i}` }));
  const { pages, all } = await read(await statementPdf(statement("it", many), many));
  expect(pages.length).toBeGreaterThan(3);
  for (const [i, page] of pages.entries()) expect(page).toContain(`Pagina ${i + 1} di ${pages.length}`);
  for (const line of many) expect(all).toContain(line.ticket);
});
