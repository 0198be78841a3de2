// Each mail to a customer, in each language: what it must say, what it must not, and that nobody can break it.
import { describe, expect, test } from "vitest";
import type { ClauseText } from "../../src/words/clause.ts";
import { clauseText } from "../../src/words/clause.ts";
import { addedMail } from "../../src/words/mails/added.ts";
import { answerMail } from "../../src/words/mails/answer.ts";
import { apologyMail } from "../../src/words/mails/apology.ts";
import { assignmentMail } from "../../src/words/mails/assignment.ts";
import { closedMail } from "../../src/words/mails/closed.ts";
import { confirmationMail } from "../../src/words/mails/confirmation.ts";
import { accentOf, inkOn } from "../../src/words/mails/mail-look.ts";
import type { Mail, MailPromise, TicketMail } from "../../src/words/mails/model.ts";
import { noticeMail } from "../../src/words/mails/notice.ts";
import { refusalMail } from "../../src/words/mails/refusal.ts";
import { signInMail } from "../../src/words/mails/sign-in.ts";
import { aimClause, answerClause, policy, priceClause, zoomClause } from "./sample-policy.ts";

const base = "https://help.example/clinic";
const due = Date.UTC(2026, 10, 25, 17, 0);
const goal = Date.UTC(2026, 10, 24, 9, 30);
const about = (lang: string, subject = "Lien vidéo"): TicketMail => ({
  desk: { name: "Clinique Nord", address: "help@clinic.example", url: base, colour: "#0a6b5c" },
  reader: { name: "Ana Pop", lang, zone: "Europe/Paris" },
  ticket: { number: "NC-1042", subject, url: `${base}/tickets/NC-1042` },
});
const text = (clause: typeof answerClause, lang: string): ClauseText => clauseText(policy, clause, lang, { base });
const owed = (lang: string): MailPromise => ({ kind: "first-answer", strength: "must", due, goal, clause: text(answerClause, lang) });
const aim = (lang: string): MailPromise => ({ kind: "solution", strength: "goal", due: null, goal, clause: text(aimClause, lang) });
const confirm = (lang: string, promises: readonly MailPromise[], clauses: readonly ClauseText[] = []): Mail => confirmationMail({ ...about(lang), promises, clauses });

/** What a reader sees of the HTML, on one line. */
const seen = (html: string): string =>
  html
    .replace(/<(style|title)[^>]*>.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

describe.each([
  ["en", "Hello Ana Pop,", "by Wednesday 25 November 2026, 18:00 (Paris time)", "within 2 working days", "What we promise you", "What we aim for"],
  ["fr", "Bonjour Ana Pop,", "au plus tard le mercredi 25 novembre 2026, 18:00 (heure de Paris)", "sous 2 jours ouvrés", "Ce que nous vous promettons", "Ce que nous visons"],
  ["it", "Buongiorno Ana Pop,", "entro mercoledì 25 novembre 2026, 18:00 (ora di Parigi)", "entro 2 giorni lavorativi", "Che cosa Le promettiamo", "I nostri obiettivi"],
  ["ro", "Bună ziua, Ana Pop,", "cel târziu miercuri, 25 noiembrie 2026, 18:00 (ora din Paris)", "cel mult 2 zile lucrătoare", "Ce vă promitem", "Ce ne propunem"],
])("a confirmation in %s", (lang, hello, by, within, promised, aimed) => {
  test("says the number, the due time in the customer's zone, and the clause, in text and in HTML", () => {
    const mail = confirm(lang, [owed(lang)]);
    expect(mail.subject).toBe("[NC-1042] Lien vidéo");
    for (const shown of [mail.text, seen(mail.html)]) {
      for (const words of [hello, "NC-1042", by, within, promised, "§ 2.1"]) expect(shown).toContain(words);
      expect(shown).not.toContain(aimed);
    }
    expect(mail.html).toContain(`href="${base}/policy?lang=${lang}&amp;of=3#first-answer"`);
    expect(mail.text).toContain(`${base}/policy?lang=${lang}&of=3#first-answer`);
    expect(mail.text).not.toContain("{");
    expect(mail.html).toContain(`<html lang="${lang}">`);
  });

  test("of a ticket without promises promises nothing", () => {
    const mail = confirm(lang, []);
    for (const words of [promised, aimed, "2026", "§"]) expect(mail.text).not.toContain(words);
    expect(mail.text).toContain("NC-1042");
  });

  test("of a ticket with three promises keeps what is owed apart from what is aimed at", () => {
    const mail = confirm(lang, [owed(lang), aim(lang), { ...owed(lang), kind: "update", due: due + 86_400_000, goal: null }]);
    expect(mail.text.indexOf(promised)).toBeGreaterThan(-1);
    expect(mail.text.indexOf(aimed)).toBeGreaterThan(mail.text.indexOf(promised));
    expect(mail.text.match(/§ 2\.1/g)).toHaveLength(2);
    expect(mail.text.match(/2026/g)).toHaveLength(4);
  });
});

test("a confirmation names the expert only where it is given one", () => {
  expect(confirmationMail({ ...about("en"), promises: [], clauses: [], expert: "Ion Rus" }).text).toContain("Ion Rus is the expert for your ticket.");
  expect(confirm("en", []).text).not.toContain("expert");
});

test("a confirmation says each clause once, under what it is about, and a price with its tax", () => {
  const eur = (cents: number) => ({ cents, currency: "EUR" });
  const mail = confirmationMail({
    ...about("en"),
    promises: [owed("en")],
    clauses: [text(priceClause, "en"), text(answerClause, "en"), text(priceClause, "en")],
    quote: { net: eur(4500), taxes: [{ name: "IVA", rate: 22, amount: eur(990) }], gross: eur(5490) },
  });
  expect(mail.text.match(/costs EUR 45\.00/g)).toHaveLength(1);
  expect(mail.text.match(/We answer within/g)).toHaveLength(1);
  for (const shown of [mail.text, seen(mail.html)]) for (const words of ["EUR 45.00", "IVA 22%", "EUR 9.90", "EUR 54.90"]) expect(shown).toContain(words);
});

describe.each([
  ["en", ["We cannot take on", "What would change this", "Contest this decision"], "has answered", "Sign in", "joined", "We are sorry", "Your expert is now Ion Rus", "did not find a solution"],
  [
    "fr",
    ["ne pouvons pas prendre en charge", "Ce qui changerait", "Contester cette décision"],
    "vous a répondu",
    "Se connecter",
    "réunies",
    "excuses",
    "Votre expert est désormais Ion Rus",
    "pas trouvé de solution",
  ],
  [
    "it",
    ["Non possiamo prendere in carico", "Che cosa cambierebbe", "Contestare questa decisione"],
    "ha risposto",
    "Accedi",
    "unite",
    "scusiamo",
    "Il Suo esperto ora è Ion Rus",
    "Non abbiamo trovato una soluzione",
  ],
  ["ro", ["Nu putem prelua", "Ce ar schimba", "Contestați această decizie"], "v-a răspuns", "Conectare", "unit", "scuze", "Expertul dumneavoastră este acum Ion Rus", "Nu am găsit o soluție"],
] as const)("the other mails in %s", (lang, refused, answered, enter, joined, sorry, expert, unsolved) => {
  const both = (mail: Mail, ...words: readonly string[]): void => {
    for (const shown of [mail.text, seen(mail.html)]) for (const word of words) expect(shown).toContain(word);
    expect(mail.text + mail.html).not.toMatch(/\{[a-z]|undefined/);
  };

  test("a refusal gives its clause, what would change it, who can help, and how to contest", () => {
    const mail = refusalMail({
      ...about(lang),
      reason: text(zoomClause, lang),
      clauses: [text(zoomClause, lang)],
      mend: { words: "renouveler l’abonnement", url: `${base}/renew` },
      refer: { name: "Visio Corp", url: "https://visio.example" },
      contestUrl: `${base}/tickets/NC-1042/contest`,
    });
    both(mail, "§ 1.1", "Renouveler l’abonnement", "Visio Corp", ...refused); // a line of its own begins with a capital
    expect(mail.text.match(/§ 1\.1/g)).toHaveLength(1);
    expect(mail.html).toContain(`${base}/tickets/NC-1042/contest`);
    expect(mail.subject).toBe("[NC-1042] Lien vidéo");
  });

  test("an answer is a letter signed by its expert, with a link to the thread", () => {
    const mail = answerMail({ ...about(lang), expert: "Ion Rus", text: "Line one\nline two <b>\n\nSee https://docs.example/a?b=1&c=2.", files: [{ name: "guide.pdf" }] });
    both(mail, "Ion Rus, Clinique Nord", "line two <b>", "guide.pdf");
    expect(mail.html).toContain('href="https://docs.example/a?b=1&amp;c=2"');
    expect(mail.html).toContain(`${base}/tickets/NC-1042`);
    expect(answerMail({ ...about(lang, ""), expert: "Ion Rus", text: "…" }).subject).toBe(`[NC-1042] Ion Rus ${answered}`);
  });

  test("the link to sign in says how long it is good for", () => {
    const mail = signInMail({ desk: about(lang).desk, reader: about(lang).reader, url: `${base}/in/abc`, valid: { amount: 20, unit: "minutes" } });
    both(mail, enter, "20 ");
    expect(mail.text).toContain(`${base}/in/abc`);
    expect(mail.subject).toContain("Clinique Nord");
  });

  test("joining, apology, assignment, closing and notice say what happened and why", () => {
    both(addedMail({ ...about(lang), clauses: [text(zoomClause, lang)] }), "NC-1042", "§ 1.1");
    both(addedMail({ ...about(lang), clauses: [] }), "NC-1042");
    both(apologyMail({ ...about(lang), promise: owed(lang), remedy: text(priceClause, lang) }), sorry, "§ 2.1", "§ 3.1", "2026");
    both(assignmentMail({ ...about(lang), expert: "Ion Rus", before: "Eva Lind", clauses: [] }), expert, "Eva Lind");
    both(closedMail({ ...about(lang), as: "unresolved", clauses: [text(priceClause, lang)], reopens: false }), unsolved, "§ 3.1");
    both(noticeMail({ ...about(lang), promises: [owed(lang)], clauses: [text(answerClause, lang)], words: "Wait for the part." }), "Wait for the part.", "§ 2.1");
  });
});

test("a closing mail offers to open the ticket again only if that is so", () => {
  const mail = (reopens: boolean): string => closedMail({ ...about("en"), as: "solved", clauses: [], reopens }).text;
  expect(mail(true)).toContain("answer this mail, and we go on with it");
  expect(mail(false)).not.toContain("answer this mail, and we go on with it");
});

describe("nobody can break a mail", () => {
  test("a subject with a script stays words, and cannot add a header", () => {
    const mail = confirmationMail({ ...about("en", "<script>alert(1)</script>\r\nBcc: all@evil.example"), promises: [], clauses: [] });
    expect(mail.subject).toBe("[NC-1042] <script>alert(1)</script> Bcc: all@evil.example");
    expect(mail.html).not.toContain("<script>");
    expect(mail.html).toContain("&lt;script&gt;");
  });

  test("names, addresses and colours are taken for words, too", () => {
    const start = about("en");
    const mail = assignmentMail({
      ...start,
      expert: '"><img src=x onerror=alert(1)>',
      clauses: [],
      desk: { ...start.desk, name: "<i>Desk</i>", colour: 'red;" onload="x' },
      reader: { ...start.reader, name: "<svg/onload=x>" },
      ticket: { ...start.ticket, url: "javascript:alert(1)" },
    });
    expect(mail.html).not.toMatch(/<img|<svg|<i>|onload="|href="javascript/);
    expect(seen(mail.html)).toContain("Hello <svg/onload=x>,");
  });

  test("the number stands once in the subject, and a mail without a subject gets one", () => {
    expect(confirmationMail({ ...about("en", "Re: [NC-1042] Help"), promises: [], clauses: [] }).subject).toBe("[NC-1042] Re: Help");
    expect(confirmationMail({ ...about("en", "  "), promises: [], clauses: [] }).subject).toBe("[NC-1042] We have received your request");
  });

  test("braces in a customer's words stay braces", () => {
    const mail = answerMail({ ...about("fr", "{n, plural"), expert: "{expert}", text: "Use {name} and 'quotes'" });
    expect(mail.subject).toBe("[NC-1042] {n, plural");
    expect(mail.text).toContain("Use {name} and 'quotes'");
    expect(mail.text).toContain("{expert}, Clinique Nord");
  });
});

test("the words on a button can be read on the desk's colour, and a colour that is none is left out", () => {
  expect([inkOn("#0a5c8f"), inkOn("#ffe066"), inkOn("#111111")]).toEqual(["#ffffff", "#111111", "#ffffff"]);
  expect(accentOf("blue;}")).toMatch(/^#[0-9a-f]{6}$/);
});
