// Who has a ticket joined into a colleague's is reminded before it closes, and told that it has, as the colleague is: each in their language, once, with what is theirs to read.
import { expect, test } from "vitest";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { phrase } from "../../src/words/phrase.ts";
import { wholeDesk } from "../rows/whole-desk.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LAURA = "contact@customer-dms.example";
const INES = "ines@moretti.example";
const BEN = "ben@moretti.example";

test("reminders and the closing reach every author of what was joined; who may not read their office's requests any more is told how it ended, and no price", async () => {
  const desk = await wholeDesk("dms");
  const [office] = await desk.rows<{ organisation: string }>("dms", "select organisation from people where email = $1", LAURA);
  await desk.house.database.asOwner(async (tx) => {
    await tx.run("update people set sees = 'office' where desk = 'dms' and email = $1", [LAURA]);
    await keepMember(tx, "dms", office!.organisation, { name: "Ines Duarte", email: INES, sees: "office", language: "en" }, desk.house.now());
    await keepMember(tx, "dms", office!.organisation, { name: "Ben Conti", email: BEN, sees: "office", language: "en" }, desk.house.now());
  });
  const [agent] = await desk.rows<{ email: string }>("dms", "select email from staff where role = 'agent' order by email limit 1");
  const staff = await desk.cookieOf("staff", agent!.email);
  const put = async (path: string, body: unknown): Promise<void> => expect(await desk.call(staff, "PUT", `/tickets/${path}`, body)).toMatchObject({ status: 200 });
  const asked = async (from: string, subject: string, text: string): Promise<string> => {
    await desk.later(HOUR);
    await desk.mail(from, subject, text);
    return desk.ticketOf(subject);
  };
  const first = await asked(LAURA, "Il programma non si installa", "L’installazione si ferma al 40% da questa mattina.");
  const second = await asked(INES, "The installation stops", "Hello, the installation stops here as well, since this morning.");
  const third = await asked(BEN, "Installing fails on my machine", "Hello, installing fails on my machine too, please help us.");
  for (const number of [first, second, third]) await put(`${number}/findings`, { facts: { topic: "installation" } });
  for (const number of [second, third]) await put(`${number}/join`, { with: first });
  await put(`${first}/closure`, { outcome: "solved", text: "Ora si installa con il nuovo file." });
  const about = async (to: string) => (await desk.mails(to)).filter((mail) => mail.subject.includes(first));
  const clause = { it: "Prima di chiudere un intervento", en: "Before we close an intervention" };
  expect((await about(INES)).at(-1)?.text).toContain(phrase("en", "closing.word-yes"));
  expect((await about(INES)).at(-1)?.text).toContain(clause.en);
  expect((await about(INES)).at(-1)?.text).not.toContain(clause.it);
  await desk.house.database.asOwner((tx) => tx.run("update people set sees = 'own' where desk = 'dms' and email = $1", [BEN]));

  const many = async (): Promise<number[]> => [(await about(LAURA)).length, (await about(INES)).length, (await about(BEN)).length];
  const before = await many();
  await desk.later(2 * DAY + HOUR);
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([1, 1, 0]);
  const [hers, ines] = [(await about(LAURA)).at(-1)!, (await about(INES)).at(-1)!];
  expect(hers.text).toContain(phrase("it", "closing.word-yes"));
  expect(hers.text).toContain(clause.it);
  for (const said of [phrase("en", "closing.word-yes"), clause.en, "Ines Duarte"]) expect(ines.text).toContain(said);
  expect(ines.text).not.toContain(clause.it);

  await desk.later(6 * DAY);
  expect((await desk.ticket(staff, first)).status).toBe("closed");
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([3, 3, 1]);
  for (const [who, lang] of [
    [LAURA, "it"],
    [INES, "en"],
    [BEN, "en"],
  ] as const) {
    expect((await about(who)).at(-1)?.text).toContain(phrase(lang, "mail.closed.solved.title"));
    expect((await about(who)).at(-1)?.text).toContain(phrase(lang, "mail.closed.silent"));
  }
  expect(desk.faults).toEqual([]);
}, 90_000);
