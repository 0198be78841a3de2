// A fact is contested by answering the mail that told it: numbered there, taken as far as the mail is proven; what is less than plain is a hint that staff can make a contest. A2, O3
import { expect, test } from "vitest";
import { wholeDesk } from "../rows/whole-desk.ts";

const desk = await wholeDesk("orthocab");
const [lapsed] = await desk.rows<{ email: string }>(
  "orthocab",
  "select p.email from people p join organisations o on o.desk = p.desk and o.id = p.organisation where o.attributes->>'subscription' = 'lapsed' or o.terms->'subscription' is not null order by p.email limit 1",
);
const from = lapsed!.email;
const [agent] = await desk.rows<{ email: string }>("orthocab", "select email from staff where role = 'agent' order by email limit 1");
/** Each about something else: what is asked twice is joined. */
const ASKED = ["Comment régler le calendrier des rendez-vous ?", "Les photographies des patients restent noires.", "L’export des devis se bloque à mi-chemin."];
async function refused(): Promise<{ number: string; subject: string; id: string; text: string }> {
  const subject = ASKED.shift() ?? "";
  await desk.later(60_000 * 60 * 24);
  await desk.mail(from, subject, `Bonjour, une question : ${subject}`);
  return { number: await desk.ticketOf(subject), ...(await desk.lastMail(from)) };
}
const again = async () => desk.cookieOf("staff", agent!.email);

test("the refusal numbers the facts it rests on and says how to contest one; the answer that does is a contest, with its words on the thread", async () => {
  const mail = await refused();
  for (const words of ["Sur quoi cela repose", "1. ", "est faux\u00a0: …", "Contester cette décision"]) expect(mail.text).toContain(words);
  const line = /^(\d)\. Abonnement/m.exec(mail.text)?.[1];
  expect(line).toBeDefined();
  await desk.mail(from, `Re: ${mail.subject}`, `Bonjour,\n\n${line} est faux : nous avons renouvelé lundi, facture jointe.`, { answers: mail.id });
  const ticket = await desk.ticket(await again(), mail.number);
  const claim = ticket.timeline.find((e) => e.kind === "claim");
  expect(claim?.detail).toMatchObject({ contests: ["subscription"] });
  expect(ticket.messages.at(-1)).toMatchObject({ kind: "message", mayContest: [] });
  const { body } = await desk.call<{ tickets: { number: string; contested: boolean }[] }>(await desk.cookieOf("staff", "mehdi.ouazzani@orthocab.example"), "GET", "/refusals");
  expect(body.tickets.find((t) => t.number === mail.number)?.contested).toBe(true);
});

test("a mail that nobody can tell about contests with its code; a forged one does nothing, and staff see it", async () => {
  const mail = await refused();
  const words = "Abonnement est faux : actif depuis lundi";
  await desk.mail(from, `Re: ${mail.subject}`, words, { answers: mail.id, verdict: "fail" });
  const denied = await desk.ticket(await again(), mail.number);
  expect([denied.timeline.some((e) => e.kind === "claim"), denied.messages.at(-1)?.kind]).toEqual([false, "note"]);
  await desk.mail(from, `Re: ${mail.subject}`, `${words}.`, { answers: mail.id, verdict: "none" });
  const code = await desk.lastMail(from);
  expect(code.text).toContain("Abonnement");
  expect((await desk.ticket(await again(), mail.number)).timeline.some((e) => e.kind === "claim")).toBe(false);
  await desk.mail(from, `Re: ${code.subject}`, /\b\d{3} \d{3}\b/.exec(code.text)?.[0] ?? "", { answers: code.id, verdict: "none" });
  expect((await desk.ticket(await again(), mail.number)).timeline.find((e) => e.kind === "claim")?.detail).toMatchObject({ contests: ["subscription"] });
});

test("what may be a contest is an ordinary answer with a hint for staff, who make it one once; a stranger's and a customer's call do not", async () => {
  const mail = await refused();
  await desk.mail(from, `Re: ${mail.subject}`, "Vraiment ? Il me semble que notre abonnement est faux chez vous, pouvez-vous regarder ?", { answers: mail.id });
  const ticket = await desk.ticket(await again(), mail.number);
  const message = ticket.messages.at(-1)!;
  expect([ticket.timeline.some((e) => e.kind === "claim"), message.mayContest]).toEqual([false, [{ fact: "subscription", label: "Abonnement" }]]);
  const contest = async (as: string, of = message.id) => (await desk.call(as, "POST", `/tickets/${mail.number}/messages/${of}/contest`)).status;
  expect(await contest(await desk.cookieOf("person", from))).toBe(403);
  expect(await contest(await again(), ticket.id)).toBe(404);
  expect(await contest(await again())).toBe(200);
  expect(await contest(await again())).toBe(409);
  const made = await desk.ticket(await again(), mail.number);
  expect([made.messages.at(-1)?.mayContest, made.timeline.find((e) => e.kind === "claim")?.detail]).toMatchObject([[], { contests: ["subscription"], message: message.id }]);
  const own = await desk.ticket(await desk.cookieOf("person", from), mail.number);
  expect(own.messages.at(-1)?.mayContest).toEqual([]);
  expect(desk.faults).toEqual([]);
});
