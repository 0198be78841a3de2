// Where the policy has the customer asked before a case is closed, solving a problem asks each of them in their own language, and their yes closes their own.
import { expect, test } from "vitest";
import { runTogether } from "../../src/desk/acts/problems/run-together.ts";
import { wholeDesk } from "../rows/whole-desk.ts";

const desk = await wholeDesk("dms");
interface Whole {
  readonly id: string;
  readonly answers: readonly { readonly sent: number; readonly asked: number; readonly told: readonly unknown[] }[];
}

test("each is asked with the shared solution, one says yes and is closed with it, the other stays open", async () => {
  const [agent] = await desk.rows<{ email: string }>("dms", "select email from staff where role <> 'admin' order by email limit 1");
  const staff = await desk.cookieOf("staff", agent!.email);
  const people = await desk.rows<{ email: string; name: string; organisation: string }>(
    "dms",
    "select distinct on (p.organisation) p.email, p.name, p.organisation from people p join organisations o on o.desk = p.desk and o.id = p.organisation order by p.organisation, p.email limit 2",
  );
  const [one, two] = [people[0]!, people[1]!];
  const WORDS = {
    it: ["Errore dell'archivio", "Buongiorno, l'archivio mostra l'errore ARC-5512 quando lo apriamo, potete aiutarci?"],
    en: ["Archive error", "Hello, the archive shows error ARC-5512 whenever we open it, can you help us?"],
  };
  const ask = async (from: string, [subject = "", text = ""]: readonly string[]): Promise<string> => {
    await desk.mail(from, subject, text);
    desk.pass(10 * 60_000);
    return desk.ticketOf(subject);
  };
  const [first, second] = [await ask(one.email, WORDS.it), await ask(two.email, WORDS.en)];
  const { body: problem } = await desk.call<Whole>(staff, "POST", "/problems", { title: "ARC-5512", tickets: [first, second] });
  const texts = { it: "Installi la versione 9.2, {customer}.", en: "Please install 9.2, {customer}." };
  expect((await desk.call(staff, "PUT", `/problems/${problem.id}/solution`, { texts, tickets: [first, second] })).status).toBe(200);
  while (await runTogether(desk.house, (error) => expect.fail(String(error))));
  expect((await desk.call<Whole>(staff, "GET", `/problems/${problem.id}`)).body.answers).toMatchObject([{ sent: 0, asked: 2, told: [] }]);
  const [toFirst, toSecond] = [await desk.lastMail(one.email), await desk.lastMail(two.email)];
  expect(toFirst.text).toContain(`Installi la versione 9.2, ${one.name}.`);
  expect(toSecond.text).toContain(`Please install 9.2, ${two.name}.`);
  for (const word of [two.name, second, "ARC-5512"]) expect(toFirst.text.replace(WORDS.it[1]!, "")).not.toContain(word);
  for (const number of [first, second]) expect((await desk.ticket(staff, number)).status).toBe("waiting");
  await desk.mail(one.email, `Re: ${WORDS.it[0]}`, "Sì, chiudete", { answers: toFirst.id });
  const closed = await desk.ticket(staff, first);
  expect([closed.status, closed.outcome, closed.messages.find((m) => m.id === closed.solution)?.text]).toEqual(["closed", "solved", `Installi la versione 9.2, ${one.name}.`]);
  expect((await desk.ticket(staff, second)).status).toBe("waiting");
});
