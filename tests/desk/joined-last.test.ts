// Who sends the same again and again reads, before the desk falls silent, that it will: also where each was joined to the first as it arrived. O8
import { expect, test } from "vitest";
import { phrase } from "../../src/words/phrase.ts";
import { wholeDesk } from "../rows/whole-desk.ts";

test("the third mail within ten minutes says that the next are taken without a mail each, the fourth gets none and is joined too", async () => {
  const desk = await wholeDesk("orthocab");
  const contact = "contact@customer-orthocab.example";
  const before = (await desk.mails(contact)).length;
  const silent = phrase("fr", "mail.silent-next");
  for (let n = 1; n <= 4; n += 1) {
    await desk.later(60_000);
    await desk.mail(contact, "L’application ne s’ouvre plus", "Bonjour, depuis ce matin l’application ne s’ouvre plus sur le poste de l’accueil, que faire ?");
  }
  const mails = (await desk.mails(contact)).slice(before);
  expect(mails).toHaveLength(3);
  expect(mails.map((mail) => mail.text.replaceAll(/\s+/g, " ").includes(silent.replaceAll(/\s+/g, " ")))).toEqual([false, false, true]);
  const [tickets] = await desk.rows<{ all: number; joined: number }>(
    "orthocab",
    "select count(*)::int as all, count(joined_into)::int as joined from tickets where subject = 'L’application ne s’ouvre plus'",
  );
  expect(tickets).toEqual({ all: 4, joined: 3 });
});
