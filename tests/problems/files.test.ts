// Files go along with what is said to the tickets of a problem together: each customer finds them on their own ticket and in their own mail, once, and learns of nobody by them.
import { beforeEach, expect, test } from "vitest";
import { runTogether } from "../../src/desk/acts/problems/run-together.ts";
import { wholeDesk } from "../rows/whole-desk.ts";

const desk = await wholeDesk("dms");
interface Whole {
  readonly id: string;
  readonly answers: readonly { readonly sent: number; readonly asked: number; readonly waiting: number; readonly files: readonly { readonly name: string; readonly size: number }[] }[];
}
interface Refusal {
  readonly code: string;
  readonly faults: readonly { readonly at: string; readonly message: string }[];
}
interface Customer {
  readonly email: string;
  readonly name: string;
}
const [agent, colleague] = (await desk.rows<{ email: string }>("dms", "select email from staff where role <> 'admin' order by email limit 2")).map(({ email }) => email);
const [one, two] = (await desk.rows<Customer>(
  "dms",
  "select distinct on (p.organisation) p.email, p.name from people p join organisations o on o.desk = p.desk and o.id = p.organisation order by p.organisation, p.email limit 2",
)) as [Customer, Customer];
let staff = "";
beforeEach(async () => {
  staff = await desk.cookieOf("staff", agent!);
});

const upload = async (cookie: string, name: string, bytes: string): Promise<string> => {
  const form = new FormData();
  form.append("file", new Blob([bytes], { type: "application/pdf" }), name);
  const response = await fetch(`${desk.base}/api/dms/files`, { method: "POST", headers: { cookie, "x-troth": "1" }, body: form, signal: AbortSignal.timeout(20_000) });
  expect(response.status).toBe(201);
  return ((await response.json()) as { items: { token: string }[] }).items[0]!.token;
};
const ask = async (from: string, subject: string, text: string): Promise<string> => {
  await desk.mail(from, subject, text);
  desk.pass(10 * 60_000);
  return desk.ticketOf(subject);
};
/** A problem with a ticket of each of two customers, in Italian and in English. */
async function problemOf(code: string) {
  const first = await ask(one.email, `Errore ${code}`, `Buongiorno, l'archivio mostra l'errore ${code} quando lo apriamo, potete aiutarci?`);
  const second = await ask(two.email, `Archive ${code}`, `Hello, the archive shows error ${code} whenever we open it, can you help us?`);
  const { body, status } = await desk.call<Whole>(staff, "POST", "/problems", { title: `Archives stop with ${code}`, tickets: [first, second] });
  expect(status).toBe(201);
  return { id: body.id, first, second };
}
const run = async (): Promise<unknown[]> => {
  const faults: unknown[] = [];
  while (await runTogether(desk.house, (error) => void faults.push(error)));
  return faults;
};
const answersOf = async (id: string) => (await desk.call<Whole>(staff, "GET", `/problems/${id}`)).body.answers;
const linksIn = (text: string): string[] => [...text.matchAll(/https?:\/\/\S+\/files\/[0-9a-f]{64}/g)].map(([url]) => new URL(url).pathname);
const fetched = async (cookie: string, path: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(desk.base + path, { headers: { cookie }, signal: AbortSignal.timeout(20_000) });
  return { status: response.status, text: await response.text() };
};
const filesOn = async (number: string) => (await desk.ticket(staff, number)).messages.flatMap((m) => m.files.map((f) => ({ of: m.text, name: f.name, url: f.url })));
const TEXTS = { it: "Segua la guida allegata, {customer}.", en: "Please follow the guide, {customer}." };

test("each customer has the files on their own answer, in the portal and by the links of their mail; nobody opens another's ticket by them", async () => {
  const { id, first, second } = await problemOf("ARC-7101");
  const files = [await upload(staff, "guide.pdf", "what to do, step by step"), await upload(staff, "settings.pdf", "what to set")];
  expect((await desk.call(staff, "POST", `/problems/${id}/answers`, { texts: TEXTS, files, tickets: [first, second] })).status).toBe(201);
  expect(await run()).toEqual([]);
  expect(await answersOf(id)).toMatchObject([{ sent: 2, waiting: 0, files: [{ name: "guide.pdf", size: 24 }, { name: "settings.pdf" }] }]);
  for (const [mine, number, theirs, other] of [
    [one, first, two, second],
    [two, second, one, first],
  ] as const) {
    const mail = await desk.lastMail(mine.email);
    expect(mail.text).toContain(mine === one ? `Segua la guida allegata, ${one.name}.` : `Please follow the guide, ${two.name}.`);
    expect(mail.text).toContain("guide.pdf");
    const [guide = "", settings = ""] = linksIn(mail.text);
    expect([guide, settings].every((path) => path.startsWith(`/dms/tickets/${number}/files/`))).toBe(true);
    for (const word of [theirs.name, theirs.email, other, id, "Archives stop"]) expect(mail.text, word).not.toContain(word);
    const [me, stranger] = [await desk.cookieOf("person", mine.email), await desk.cookieOf("person", theirs.email)];
    expect(await fetched(me, guide)).toEqual({ status: 200, text: "what to do, step by step" });
    expect(await fetched(me, settings)).toEqual({ status: 200, text: "what to set" });
    const page = await desk.page(me, number);
    for (const name of ["guide.pdf", "settings.pdf"]) expect(page).toContain(name);
    for (const word of [theirs.name, other, id]) expect(page, word).not.toContain(word);
    expect((await fetched(stranger, guide)).status).toBe(404);
    const onTicket = await filesOn(number);
    expect(onTicket.map((f) => f.name)).toEqual(["guide.pdf", "settings.pdf"]);
    expect((await fetched(me, onTicket[0]!.url)).text).toBe("what to do, step by step");
    expect((await fetched(stranger, onTicket[0]!.url)).status).toBe(404);
  }
});

test("a ticket that could not be written to gets them once when it is tried again, days after the upload, by two workers at once", async () => {
  const { id, first, second } = await problemOf("ARC-7202");
  const body = { texts: TEXTS, files: [await upload(staff, "late.pdf", "still here")], tickets: [first, second] };
  await desk.house.database.asOwner(async (tx) => {
    await tx.run(`create function no_more_files() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`);
    await tx.run(`create trigger no_more_files before insert on files for each row when (new.name = 'late.pdf') execute function no_more_files()`);
  });
  expect((await desk.call(staff, "POST", `/problems/${id}/answers`, body)).status).toBe(201);
  const faults: unknown[] = [];
  await runTogether(desk.house, (error) => void faults.push(error));
  expect(faults.map(String)).toEqual([expect.stringContaining("the disk is full"), expect.stringContaining("the disk is full")]);
  expect(await answersOf(id)).toMatchObject([{ sent: 0, waiting: 2 }]);
  expect([...(await filesOn(first)), ...(await filesOn(second))]).toEqual([]);
  await desk.house.database.asOwner((tx) => tx.run("drop trigger no_more_files on files"));
  desk.pass(50 * 3_600_000); // the token is good for a day
  staff = await desk.cookieOf("staff", agent!);
  await Promise.all([run(), run()]);
  expect(await answersOf(id)).toMatchObject([{ sent: 2, waiting: 0 }]);
  for (const [{ email, name }, number] of [
    [one, first],
    [two, second],
  ] as const) {
    expect((await filesOn(number)).map((f) => f.name)).toEqual(["late.pdf"]);
    const mails = (await desk.mails(email)).filter((m) => m.text.includes("late.pdf"));
    expect(mails.map((m) => m.text.includes(name))).toEqual([true]);
    expect(await fetched(await desk.cookieOf("person", email), linksIn(mails[0]!.text)[0]!)).toEqual({ status: 200, text: "still here" });
  }
});

test("what solves the problem carries them too: whoever is asked whether it may be closed has them before them", async () => {
  const { id, first, second } = await problemOf("ARC-7303");
  const files = [await upload(staff, "release-9.2.pdf", "install it")];
  expect((await desk.call(staff, "PUT", `/problems/${id}/solution`, { texts: TEXTS, files, tickets: [first, second] })).status).toBe(200);
  expect(await run()).toEqual([]);
  expect(await answersOf(id)).toMatchObject([{ asked: 2, files: [{ name: "release-9.2.pdf" }] }]);
  for (const [{ email }, number] of [
    [one, first],
    [two, second],
  ] as const) {
    const [link = ""] = linksIn((await desk.lastMail(email)).text);
    expect(link).toContain(`/tickets/${number}/`);
    expect((await fetched(await desk.cookieOf("person", email), link)).text).toBe("install it");
    expect((await filesOn(number)).map((f) => f.name)).toEqual(["release-9.2.pdf"]);
  }
});

test("a file whose name tells of a customer, one of somebody else's, and files beside an earlier answer are refused before anything is sent", async () => {
  const { id, first, second } = await problemOf("ARC-7404");
  const send = async (files: readonly string[], more: object = {}) => desk.call<Refusal>(staff, "POST", `/problems/${id}/answers`, { texts: TEXTS, files, tickets: [first, second], ...more });
  const told = await send([await upload(staff, "guide.pdf", "a"), await upload(staff, `${second}_log.pdf`, "b"), await upload(staff, `${one.name.replaceAll(" ", "-")}.pdf`, "c")]);
  expect([told.status, told.body.faults.map((f) => f.at)]).toEqual([400, ["files.1", "files.2"]]);
  expect(told.body.faults[0]!.message).toContain("give the file another name");
  const foreign = await send([await upload(await desk.cookieOf("staff", colleague!), "guide.pdf", "a")]);
  expect([foreign.status, foreign.body.faults.map((f) => f.at)]).toEqual([400, ["files.0"]]);
  const both = await desk.call<Refusal>(staff, "PUT", `/problems/${id}/solution`, { earlier: id, files: [await upload(staff, "guide.pdf", "a")] });
  expect([both.status, both.body.faults.map((f) => f.at)]).toEqual([400, ["earlier"]]);
  expect(await answersOf(id)).toEqual([]);
  expect(await filesOn(first)).toEqual([]);
  const meant = await send([await upload(staff, `${one.name.replaceAll(" ", "-")}.pdf`, "c")], { meant: [one.name] });
  expect(meant.status).toBe(201);
  expect(desk.faults).toEqual([]);
});
