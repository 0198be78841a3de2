// The author of a ticket that was joined into a colleague's agrees to its closing and contests its facts by answering the mails that they got, as in the portal. SPEC 23.6
import { expect, test } from "vitest";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { phrase } from "../../src/words/phrase.ts";
import { wholeDesk } from "../rows/whole-desk.ts";

const HOUR = 3_600_000;

async function officeOf(name: "dms" | "orthocab", which: string, colleague: string, language: string) {
  const desk = await wholeDesk(name);
  const [office] = await desk.rows<{ organisation: string; email: string }>(
    name,
    `select p.organisation, p.email from people p join organisations o on o.desk = p.desk and o.id = p.organisation where ${which} order by p.email limit 1`,
  );
  const author = office!.email;
  await desk.house.database.asOwner(async (tx) => {
    await tx.run("update people set sees = 'office' where desk = $1 and email = $2", [name, author]);
    await keepMember(tx, name, office!.organisation, { name: "Ines Duarte", email: colleague, sees: "office", language }, desk.house.now());
  });
  const [agent] = await desk.rows<{ email: string }>(name, "select email from staff where role = 'agent' order by email limit 1");
  const staff = () => desk.cookieOf("staff", agent!.email);
  const put = async (path: string, body?: unknown, method = "PUT") => desk.call<{ detail: string }>(await staff(), method, `/tickets/${path}`, body);
  return {
    ...desk,
    author,
    put,
    read: async (number: string) => desk.ticket(await staff(), number),
    async asked(from: string, subject: string, text: string): Promise<string> {
      await desk.later(HOUR);
      await desk.mail(from, subject, text);
      return desk.ticketOf(subject);
    },
    about: async (to: string, number: string) => (await desk.mails(to)).findLast((mail) => mail.subject.includes(number))!,
  };
}

test("a closing: asked of both, agreed to by the one who was joined, once; both read that it is closed, and a second yes changes nothing", async () => {
  const ines = "ines@moretti.example";
  const desk = await officeOf("dms", "p.email = 'contact@customer-dms.example'", ines, "it");
  const laura = desk.author;
  const first = await desk.asked(laura, "Il programma non si installa", "L’installazione si ferma al 40%.");
  const second = await desk.asked(ines, "Installazione ferma sul secondo computer", "Anche qui l’installazione si ferma.");
  for (const number of [first, second]) expect((await desk.put(`${number}/findings`, { facts: { topic: "installation" } })).status).toBe(200);
  expect((await desk.put(`${second}/join`, { with: first })).status).toBe(200);
  expect((await desk.put(`${first}/closure`, { outcome: "solved", text: "Ora si installa con il nuovo file." })).status).toBe(200);
  const [asks, hers] = [await desk.about(ines, first), await desk.about(laura, first)];
  for (const mail of [asks, hers]) expect(mail.text).toContain("SÌ, CHIUDETE");
  await desk.later(HOUR);
  await desk.mail("eve@elsewhere.example", `Re: ${asks.subject}`, "Sì, chiudete", { answers: asks.id });
  expect((await desk.read(first)).status).not.toBe("closed");
  await desk.mail(ines, `Re: ${asks.subject}`, "Sì, chiudete", { answers: asks.id, verdict: "none" });
  expect((await desk.read(first)).status).not.toBe("closed");
  const code = (await desk.mails(ines)).at(-1)!;
  expect(code.text).toMatch(/\d{3} \d{3}/);
  await desk.later(HOUR);
  await desk.mail(ines, `Re: ${code.subject}`, /\d{3} \d{3}/.exec(code.text)?.[0] ?? "", { answers: code.id, verdict: "none" });
  expect((await desk.read(first)).status).toBe("closed");
  expect((await desk.read(first)).timeline.find((e) => e.kind === "agree-closing")?.by.name).toBe("Ines Duarte");
  for (const who of [laura, ines]) expect((await desk.about(who, first)).text).toContain(phrase("it", "mail.closed.solved.title"));
  await desk.later(HOUR);
  await desk.mail(ines, `Re: ${asks.subject}`, "Sì, chiudete", { answers: asks.id });
  expect((await desk.read(first)).status).toBe("closed");
  expect(desk.faults).toEqual([]);
});

test("a fact: contested on the ticket that stands, with the author's words, which are theirs again if the join is undone", async () => {
  const ines = "ines@aubry.example";
  const desk = await officeOf("orthocab", "o.attributes->>'subscription' = 'lapsed' or o.terms->'subscription' is not null", ines, "fr");
  const first = await desk.asked(desk.author, "Comment régler le calendrier ?", "Bonjour, une question : comment régler le calendrier des rendez-vous ?");
  const second = await desk.asked(ines, "Réglage du calendrier", "Bonjour, où règle-t-on le calendrier des rendez-vous ?");
  const told = await desk.about(ines, second);
  const line = /^(\d)\. Abonnement/m.exec(told.text)?.[1] ?? "";
  expect(line).not.toBe("");
  expect((await desk.put(`${second}/join`, { with: first })).status).toBe(200);
  await desk.later(HOUR);
  const words = `${line} est faux : nous avons renouvelé lundi.`;
  await desk.mail(ines, `Re: ${told.subject}`, words, { answers: told.id });
  const standing = await desk.read(first);
  expect(standing.timeline.find((e) => e.kind === "claim")).toMatchObject({ by: { name: "Ines Duarte" }, detail: { contests: ["subscription"] } });
  expect(standing.messages.at(-1)).toMatchObject({ text: words, writtenTo: second });
  expect((await desk.put(`${second}/join`, undefined, "DELETE")).status).toBe(200);
  expect((await desk.read(second)).messages.at(-1)?.text).toBe(words);
  expect((await desk.read(first)).messages.map((m) => m.text)).not.toContain(words);
  expect(desk.faults).toEqual([]);
});
