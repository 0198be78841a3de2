// What the technical desk leaves to others, and how a customer gets it back, from the mail to the console: scope with a cause, contested in the portal. A2 on a desk without entitlement.
import { expect, test } from "vitest";
import { wholeDesk } from "./whole-desk.ts";

const MINUTE = 60_000;
const GEORGE = "george@bramble-sons.example"; // English
const KARIM = "karim@atelier-belleville.example"; // French
const desk = await wholeDesk("technical-support");
const priya = await desk.cookieOf("staff", "priya.raman@technical-support.example");
interface Refusals {
  readonly tickets: readonly { readonly number: string; readonly clause: string; readonly standing: boolean; readonly contested: boolean; readonly reversedBy: string | null }[];
}
const refused = async (number: string) => (await desk.call<Refusals>(priya, "GET", "/refusals")).body.tickets.find((t) => t.number === number);

test.each([
  [
    GEORGE,
    "Card charged again",
    "Dear all, our card was charged twice for November: please refund one payment.",
    "This desk does not deal with invoices",
    "our accounts department",
    "The checkout takes the money twice: the page reloads by itself.",
    "We track down errors",
  ],
  [
    KARIM,
    "Débit en double",
    "Bonjour, nous avons été prélevés : prélevé deux fois pour la facture de novembre.",
    "Ce service ne traite ni les factures",
    "notre service comptable",
    "La page se recharge seule et débite une seconde fois.",
    "Nous cherchons l’origine des erreurs",
  ],
])(
  "%s, who asks about money, is referred to the accounts with the reason; that it is an error after all is said in the portal, decided anew at once and promised from the first asking",
  async (from, subject, text, reason, accounts, why, taken) => {
    desk.pass(4 * MINUTE);
    await desk.mail(from, subject, text);
    const number = await desk.ticketOf(subject);
    const mail = await desk.lastMail(from);
    const cookie = await desk.cookieOf("person", from);
    for (const words of [number, reason, accounts, "accounts@technical-support.example", "§ 2.5", `/tickets/${number}#contest`]) expect(mail.text).toContain(words);
    for (const words of [reason, accounts]) expect(await desk.page(cookie, number)).toContain(words);
    const asked = await desk.ticket(priya, number);
    expect(asked).toMatchObject({ refused: true, promises: [], contestable: expect.arrayContaining([expect.objectContaining({ fact: "topic", value: "billing" })]) });
    expect(await refused(number)).toMatchObject({ clause: "money-matters-elsewhere", standing: true, contested: false });
    // Who begins to ask the same again is shown it, in their own time.
    const again = await desk.call<{ similar: readonly { number: string; openedText: string }[] }>(cookie, "POST", "/previews", { subject, text });
    expect(again.body.similar[0]).toMatchObject({ number, openedText: expect.stringMatching(/London time|heure de Paris/) as string });
    desk.pass(60 * MINUTE);
    expect((await desk.form(cookie, `${number}/claims`, { "fact.topic": "errors", reason: why })).status).toBe(303);
    const now = await desk.ticket(priya, number);
    expect(now).toMatchObject({ refused: false, topic: { id: "errors" } });
    expect(now.messages.at(-1)?.text).toContain(why);
    expect(now.promises[0]).toMatchObject({ kind: "first-answer", state: "running", starts: asked.openedAt });
    const told = await desk.lastMail(from);
    for (const words of [number, taken, "§ 4."]) expect(told.text).toContain(words);
    expect(await refused(number)).toMatchObject({ standing: false, contested: true, reversedBy: null }); // by the customer's own word
    expect(desk.faults).toEqual([]);
  },
);
