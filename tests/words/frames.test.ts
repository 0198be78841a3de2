// The words that a desk puts around its mails: they begin as the program's own, are checked line by line, and never take a promise away.
import { describe, expect, test } from "vitest";
import { clauseText } from "../../src/words/clause.ts";
import { composeMail, type MailToWrite } from "../../src/words/mails/compose.ts";
import { checkFrame } from "../../src/words/mails/frames/check-frame.ts";
import { defaultFrame } from "../../src/words/mails/frames/default-frame.ts";
import { frameOf, isFramable } from "../../src/words/mails/frames/framable.ts";
import { FRAME_NAMES } from "../../src/words/mails/frames/frames.ts";
import type { MailPromise, TicketMail } from "../../src/words/mails/model.ts";
import { answerClause, policy, priceClause, zoomClause } from "./sample-policy.ts";

const LANGUAGES = ["en", "fr", "it", "ro"] as const;
const base = "https://help.example/clinic";
const about = (lang: string, name = "Ana Pop"): TicketMail => ({
  desk: { name: "Clinique Nord", address: "help@clinic.example", url: base },
  reader: { name, lang, zone: "Europe/Paris" },
  ticket: { number: "NC-1042", subject: "Lien vidéo", url: `${base}/tickets/NC-1042` },
});
const text = (clause: typeof answerClause, lang: string) => clauseText(policy, clause, lang, { base });
const promise = (lang: string): MailPromise => ({ kind: "first-answer", strength: "must", due: Date.UTC(2026, 10, 25, 17), goal: null, clause: text(answerClause, lang) });

const mailsIn = (lang: string): MailToWrite[] => [
  { mail: "confirmation", input: { ...about(lang), expert: "Paul Petit", promises: [promise(lang)], clauses: [text(priceClause, lang)] } },
  { mail: "confirmation", input: { ...about(lang, ""), promises: [], clauses: [] } },
  { mail: "refusal", input: { ...about(lang), reason: text(zoomClause, lang), refer: { name: "Zoom" }, clauses: [text(priceClause, lang)], contestUrl: `${base}/contest` } },
  { mail: "added", input: { ...about(lang), clauses: [text(zoomClause, lang)] } },
  { mail: "answer", input: { ...about(lang), expert: "Paul Petit", text: "Try again.\n\nPaul", paused: ["first-answer"], files: [{ name: "a.pdf", url: `${base}/a` }] } },
  { mail: "answer", input: { ...about(lang), expert: "Paul {Petit}", text: "{promises} are words here.", html: "<p>{promises} are words here.</p>" } },
  { mail: "notice", input: { ...about(lang), title: "Tomorrow at 10:00", words: "See you.", promises: [promise(lang)], clauses: [text(zoomClause, lang)] } },
  { mail: "notice", input: { ...about(lang), clauses: [text(zoomClause, lang)] } },
  ...(["solved", "unresolved", "closed"] as const).map(
    (as): MailToWrite => ({ mail: "closed", input: { ...about(lang), as, words: "It was the cable.", clauses: [text(priceClause, lang)], reopens: true } }),
  ),
];
const framed = (what: MailToWrite, body: string, title = "T") => composeMail(what, { title, body });

describe.each(LANGUAGES)("in %s", (lang) => {
  test("the words that a desk begins with give the very mail that it has without them, and have no finding", () => {
    for (const what of mailsIn(lang)) {
      if (!isFramable(what)) throw new Error(what.mail);
      expect(composeMail(what, defaultFrame(frameOf(what), lang))).toEqual(composeMail(what));
    }
    for (const name of FRAME_NAMES) expect(checkFrame(name, { [lang]: defaultFrame(name, lang) }, [lang])).toEqual([]);
  });
});

test("a desk's own sentences stand around what the policy promises, in text and in HTML, and nothing in them is HTML", () => {
  const [what] = mailsIn("en");
  const mail = framed(what!, "Dear {customer},\n\nwe have <b>{number}</b> on our list.\n\n{promises}\n\n{terms}\n\n{expert}\n\n{next}\n\nYours, {desk}", "Thank you, {customer}");
  expect(mail.subject).toBe("[NC-1042] Lien vidéo");
  expect(mail.text).toContain("Thank you, Ana Pop\n\nDear Ana Pop,\n\nwe have <b>NC-1042</b> on our list.\n\nWhat we promise you");
  expect(mail.text).toContain("Yours, Clinique Nord");
  expect(mail.text).not.toContain("Hello");
  expect(mail.html).toContain("&lt;b&gt;NC-1042&lt;/b&gt;");
});

test("what must be there and was left out stands at the end all the same", () => {
  const [what] = mailsIn("en");
  const { text: said } = framed(what!, "We have it.");
  expect(said).toContain("We have it.");
  for (const words of ["First answer: by Wednesday", "§ 2.1", "Paul Petit", "/tickets/NC-1042"]) expect(said).toContain(words);
});

test("a customer's words are never taken for a placeholder, nor can they break a line", () => {
  const [what] = mailsIn("en");
  if (what?.mail !== "confirmation") throw new Error("a confirmation");
  const tricky = { ...what, input: { ...what.input, reader: { ...what.input.reader, name: "{desk}\nBcc: x" }, ticket: { ...what.input.ticket, subject: "{promises}" } } };
  const { text: said } = framed(tricky, "Dear {customer}: {subject}\n\n{promises}\n\n{terms}\n\n{expert}\n\n{next}");
  expect(said).toContain("Dear {desk} Bcc: x: {promises}");
});

const findings = (body: string, title = "Thank you"): string[] => checkFrame("confirmation", { en: { title, body } }, ["en"]).map((f) => `${f.at} ${f.line}:${f.column} ${f.message}`);
const parts = "{greeting}\n\n{expert}\n\n{promises}\n\n{terms}\n\n{next}";

test("a finding says where it is and what would mend it", () => {
  expect(findings(parts)).toEqual([]);
  expect(findings(`${parts}\n\nYour number\nis {nummer}.`)).toEqual([expect.stringMatching(/^body 12:4 There is no \{nummer\} in this mail; there are \{number\}, \{subject\}/) as string]);
  expect(findings(`${parts}\n\nWe promise {promises} to you.`)).toEqual([expect.stringMatching(/^body 11:12 \{promises\} brings whole paragraphs/) as string]);
  expect(findings(parts.replace("{promises}\n\n", ""))).toEqual([expect.stringMatching(/^body 0:0 \{promises\} is missing: the policy's own words/) as string]);
  expect(findings(`${parts}\n\n{promises}`)).toEqual(["body 11:1 {promises} stands on line 5 already; it is said once."]);
  expect(findings(`${parts}\n\n{number, plural, one {one} other {more}}`)).toEqual(["body 11:1 {number} is text, not a number, a date or a plural."]);
  expect(findings(`${parts}\n\nIt is {number`)).toEqual([expect.stringMatching(/^body 11:7 It cannot be read as an ICU message/) as string]);
  expect(findings(parts, " ")).toEqual([expect.stringMatching(/^title 1:0 The title is empty/) as string]);
  expect(findings(parts, "Thank you, {promises}")).toEqual([expect.stringMatching(/^title 1:12 \{promises\} brings whole paragraphs/) as string]);
  expect(checkFrame("confirmation", { en: { title: "T", body: parts } }, ["en", "fr"]).map((f) => `${f.at} ${f.language}`)).toEqual(["language fr"]);
  expect(findings(`${parts}\n\n{customer, select, other {Dear {customer}}} — it's l'{number}`)).toEqual([]);
});
