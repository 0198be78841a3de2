// A2 at every desk and in every language: what is decided cites its clause, in the customer's language or the policy's first, with the facts that are theirs to see, and promises nothing that no clause promises.
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { phrase } from "../../src/words/phrase.ts";
import type { Desk } from "../portal/portal-house.ts";
import { wholeDesk } from "./whole-desk.ts";

const MINUTE = 60_000;
const TEXTS = {
  en: "Hello, we would like to know what became of the settings that we changed here yesterday.",
  fr: "Bonjour, nous voudrions savoir ce que sont devenus les réglages que nous avons changés hier.",
  it: "Buongiorno, vorremmo sapere che cosa è successo alle impostazioni che abbiamo cambiato ieri.",
  ro: "Bună ziua, am vrea să știm ce s-a întâmplat cu setările pe care le-am schimbat ieri.",
} as const;
/** A desk, its policy's languages, its own first, two customers, and what one of them is refused for. */
const DESKS: readonly (readonly [Desk, readonly string[], readonly [string, string], string])[] = [
  ["teladentistry", ["en", "fr"], ["ruth@prairie-smiles.example", "marc.gagnon@saint-roch.example"], "hardware"],
  ["orthocab", ["fr", "en"], ["fiona@harbour-speech.example", "nadia@vieux-port.example"], "zoom"],
  ["dms", ["it", "en"], ["karen@lakeside-dental.example", "stefano@ambulatorio-rinaldi.example"], "network"],
  ["taxdome", ["ro", "en"], ["grace@hartley-moss.example", "sorina@cabinet-ionescu.example"], ""],
  ["technical-support", ["en", "fr"], ["pat@northwind-rowing.example", "lucie@fromagerie-aravis.example"], "billing"],
];

test.each(DESKS)(
  "%s: every decision that a customer reads cites its clauses, in their language or the policy's first, and every time in a mail is a promise of a clause",
  async (id, languages, people, refusedTopic) => {
    const desk = await wholeDesk(id);
    const page = new Map<string, string>();
    for (const lang of languages) page.set(lang, await (await fetch(`${desk.base}/${id}/policy?lang=${lang}`)).text());
    for (const [i, [lang, text]] of Object.entries(TEXTS).entries()) {
      const from = people[i % 2]!;
      const as = await desk.cookieOf("person", from);
      const subject = `A2 ${lang}`;
      desk.pass(20 * MINUTE);
      await desk.mail(from, subject, text);
      const read = languages.includes(lang) ? lang : languages[0]!;
      const number = await desk.ticketOf(subject);
      const mail = await desk.lastMail(from);
      expect(mail.text, `${id} ${lang}`).toContain(phrase(lang, "mail.ticket-number")); // the mail is in their language
      const theirs = (await desk.call<TicketView>(as, "GET", `/tickets/${number}?lang=${lang}`)).body;
      expect(theirs.language).toBe(lang);
      const opened = theirs.decisions[0]!;
      expect(opened.reasons.length).toBeGreaterThan(0);
      for (const reason of opened.reasons) {
        expect([reason.lang, reason.audience === "agent", reason.words.includes("{")], reason.id).toEqual([read, false, false]);
        expect(reason.number).toMatch(/^\d+\.\d+$/);
        if (reason.audience === "public") expect(page.get(read), reason.id).toContain(`id="${reason.anchor}"`);
      }
      // Each clause that the mail cites is one that the decision rests on, in the same words.
      const cited = [...mail.text.matchAll(/§ (\d+\.\d+) {2}(.*?)(?: \([^()]*\))? {2}http/g)];
      expect(cited.length, mail.text).toBeGreaterThan(0);
      for (const [, clause, words] of cited) expect(opened.reasons.find((r) => r.number === clause)?.words, `${lang} § ${clause}`).toBe(words);
      // Each time that it names is the promise of a clause, and no other is.
      const times = theirs.promises.flatMap((p) => [p.dueText, p.goalText]).filter((t) => t !== null);
      const told = mail.text.replaceAll(/https?:\S+/g, "").match(/\d{1,2}:\d{2}/g) ?? [];
      expect(told.length).toBe(theirs.promises.flatMap((p) => [p.due, p.goal]).filter((t) => t !== null).length);
      expect(theirs.promises.every((p) => p.clause !== null)).toBe(true);
      expect(times.length).toBe(told.length);
    }
    if (!refusedTopic) return;
    // A fact that a decision rests on can be said to be otherwise, and what follows from it is decided anew.
    const from = people[0];
    const as = await desk.cookieOf("person", from);
    desk.pass(20 * MINUTE);
    const asked = await desk.call<{ number: string; refused: { id: string } | null }>(as, "POST", "/tickets", { subject: "Contested", text: "Something that is not yours.", topic: refusedTopic });
    expect(asked.body.refused).not.toBeNull();
    const { number } = asked.body;
    expect((await desk.lastMail(from)).text).toContain(`/tickets/${number}#contest`);
    const shown = await desk.page(as, number);
    expect(shown).toContain('id="contest"');
    const before = (await desk.call<TicketView>(as, "GET", `/tickets/${number}`)).body;
    expect(before.contestable.map((f) => f.fact)).toContain("topic");
    const other = before.contestable.find((f) => f.fact === "topic")!.options[0]!.value;
    expect((await desk.form(as, `${number}/claims`, { "fact.topic": String(other), reason: "It is this." })).status).toBe(303);
    const after = (await desk.call<TicketView>(as, "GET", `/tickets/${number}`)).body;
    expect(after.decisions.length).toBeGreaterThan(before.decisions.length);
    expect(after.refused).toBe(false);
    expect(desk.faults).toEqual([]);
  },
);

const shared = wholeDesk("taxdome");
test.each(Object.entries(TEXTS))("in %s, who writes so often within minutes that no mail comes back is told so before, and what is decided meanwhile stands on their page", async (lang, text) => {
  const desk = await shared;
  desk.pass(120 * MINUTE);
  const from = "grace@hartley-moss.example";
  const subjects = ["Agenda", "Pipeline", "PDF", "API"];
  const before = (await desk.mails(from)).length;
  for (const subject of subjects) await desk.mail(from, `${subject} ${lang}`, text);
  const mails = (await desk.mails(from)).slice(before).map((m) => m.text);
  expect(mails).toHaveLength(3); // a robot that answers each mail with another would go on for ever
  expect(mails.map((mail) => mail.includes(phrase(lang, "mail.silent-next")))).toEqual([false, false, true]);
  expect(mails[2]).toContain(`${desk.base}/taxdome/tickets`);
  const as = await desk.cookieOf("person", from);
  expect(await (await fetch(`${desk.base}/taxdome/tickets`, { headers: { cookie: as } })).text()).toContain(`API ${lang}`);
  const silent = (await desk.call<TicketView>(as, "GET", `/tickets/${await desk.ticketOf(`API ${lang}`)}`)).body;
  expect(silent.promises).toMatchObject([{ kind: "first-answer", state: "running" }]);
  expect(desk.faults).toEqual([]);
});
