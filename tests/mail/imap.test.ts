// The IMAP entrance: accounts of several desks are read as mail arrives, and neither a lost line nor a crash doubles or loses one.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import type { ImapAccountsRow } from "../../src/database/rows.gen.ts";
import { keepDesk, keepVersion } from "../../src/desk/policies/activate.ts";
import { openImapDoor } from "../../src/doors/mail/imap/open-imap-door.ts";
import { mailQueue } from "../../src/doors/mail/mail-queue.ts";
import { imapAccounts } from "../../src/mail-settings.ts";
import { compile } from "../../src/policy/index.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { imapServer } from "./imap-server.ts";
import { mailDesk } from "./mail-desk.ts";

const desk = await mailDesk();
const other = SMALL_POLICY.replace("help@small", "help@other").replace("prefix: SM", "prefix: OT");
await desk.database.asOwner(async (tx) => {
  const policy = compile(other).policy!;
  await keepDesk(tx, "other", policy);
  await keepVersion(tx, "other", 1, policy, other, "test");
});
const HOUR = 3_600_000;
const letter = (subject: string, more = ""): string =>
  `Return-Path: <lea@paid.example>\n${more}From: Léa Payé <lea@paid.example>\nTo: help@small.example\nSubject: ${subject}\nMessage-ID: <${subject.replaceAll(/\W/g, "")}@paid.example>\n\nComment imprimer le devis ?\n`;

async function watch(...urls: string[]) {
  const { items, faults } = imapAccounts(urls.join(" "));
  expect(faults).toEqual([]);
  const queue = mailQueue(desk.house, (error) => void desk.faults.push(error));
  const door = await openImapDoor(desk.house, items, { queue, mostBytes: 100_000, fault: (error) => void desk.faults.push(error), firstPause: 50 });
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await door.close();
    await queue.close();
  };
  afterAll(close);
  return { close };
}

const subjects = async (of = "small"): Promise<string[]> =>
  (await desk.database.asDesk(of, (tx) => tx.query<{ subject: string }>("select subject from tickets order by opened_at, subject"))).map((t) => t.subject);
const times = async (subject: string): Promise<number> => (await subjects()).filter((s) => s === subject).length;
const accounts = (of = "small"): Promise<ImapAccountsRow[]> => desk.database.asDesk(of, (tx) => tx.query<ImapAccountsRow>("select * from imap_accounts"));
const soon = { timeout: 45_000, interval: 50 }; // beside a whole run of tests a moment is long

test("what nobody has read yet becomes a ticket, what was read before is left alone, and what arrives later is taken at once", async () => {
  const imap = await imapServer();
  imap.arrive(letter("Lu hier"), MONDAY - 20 * HOUR, ["\\Seen"]);
  imap.arrive(letter("Pas encore lu"), MONDAY - 20 * HOUR);
  const watching = await watch(imap.url("small"));
  await expect.poll(() => times("Pas encore lu"), soon).toBe(1);
  await expect.poll(imap.lines, soon).toBe(1);
  imap.arrive(letter("Tout de suite", "Delivered-To: help+video@small.example\n"), MONDAY + HOUR);
  await expect.poll(() => times("Tout de suite"), soon).toBe(1);
  expect(await subjects()).not.toContain("Lu hier");
  await expect.poll(() => imap.messages().map((m) => m.flags.includes("\\Seen")), soon).toEqual([true, true, true]);
  expect((await desk.tickets()).find((t) => t.subject === "Tout de suite")?.claims).toEqual({ topic: "video" });
  await expect.poll(accounts, soon).toMatchObject([{ account: "testuser@127.0.0.1/INBOX", last_uid: 3, fault: null }]);
  expect((await desk.inbound()).map((m) => m.entrance)).toEqual(["testuser@127.0.0.1/INBOX", "testuser@127.0.0.1/INBOX"]);
  await watching.close();

  // As after a crash between keeping and marking, and as after the folder was made anew.
  await desk.database.asDesk("small", (tx) => tx.run("update imap_accounts set last_uid = 1"));
  imap.arrive(letter("Entre deux"), MONDAY + 2 * HOUR, ["\\Seen"]);
  const again = await watch(imap.url("small"));
  await expect.poll(() => times("Entre deux"), soon).toBe(1);
  await again.close();
  imap.renumber();
  imap.arrive(letter("Après"), MONDAY + 3 * HOUR);
  const anew = await watch(imap.url("small"));
  await expect.poll(() => times("Après"), soon).toBe(1);
  await anew.close();
  expect((await subjects()).sort()).toEqual(["Après", "Entre deux", "Pas encore lu", "Tout de suite"]);
});

test("a lost line and a server that is away for a while are come back to, and what arrived meanwhile is taken once", async () => {
  await desk.database.asDesk("small", (tx) => tx.run("delete from imap_accounts"));
  const imap = await imapServer();
  const watching = await watch(imap.url("small"));
  await expect.poll(imap.lines, soon).toBe(1);
  imap.cut();
  imap.arrive(letter("Ligne coupée"), MONDAY + 4 * HOUR);
  await expect.poll(() => times("Ligne coupée"), soon).toBe(1);
  await imap.shut();
  imap.arrive(letter("Serveur absent"), MONDAY + 5 * HOUR);
  await expect.poll(async () => (await accounts())[0]?.fault ?? "", soon).not.toBe("");
  await imap.open();
  await expect.poll(() => times("Serveur absent"), soon).toBe(1);
  await expect.poll(async () => (await accounts())[0]?.fault, soon).toBeNull();
  expect(await times("Ligne coupée")).toBe(1);
  await watching.close();
});

test("several accounts are for several desks, each with its own way in; a wrong password is said and holds up no other", async () => {
  desk.faults.length = 0;
  await desk.database.asOwner((tx) => tx.run("delete from imap_accounts"));
  const [first, second, third] = [await imapServer(), await imapServer(), await imapServer()];
  let asked = "";
  const tokens = createServer((request, reply) => {
    request
      .on("data", (chunk: Buffer) => (asked += chunk.toString()))
      .on("end", () => reply.setHeader("content-type", "application/json").end(JSON.stringify({ access_token: "testtoken", expires_in: 3600 })));
  });
  const endpoint = await new Promise<string>((resolve) => tokens.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(tokens.address() as AddressInfo).port}/token`)));
  afterAll(() => void tokens.close());
  first.arrive(letter("Mot de passe faux"), MONDAY + 6 * HOUR);
  second.arrive(letter("Avec jeton"), MONDAY + 6 * HOUR);
  third.arrive(letter("Pour l'autre"), MONDAY + 6 * HOUR);
  const watching = await watch(
    `small=imap://testuser:wrong@localhost:${first.port}/INBOX`,
    `small=imap://testuser@127.0.0.1:${second.port}/INBOX?refresh=r-1&client=c-1&endpoint=${encodeURIComponent(endpoint)}&then=delete`,
    third.url("other", "?then=keep"),
  );
  await expect.poll(() => times("Avec jeton"), soon).toBe(1);
  await expect.poll(() => subjects("other"), soon).toEqual(["Pour l'autre"]);
  await expect.poll(() => second.messages().length, soon).toBe(0);
  expect(third.messages()[0]?.flags).not.toContain("\\Seen");
  expect(new URLSearchParams(asked).get("refresh_token")).toBe("r-1");
  expect((await accounts()).find((a) => a.account.includes("localhost"))?.fault).toBeTruthy();
  expect(desk.faults.map(String).join("\n")).not.toContain("wrong");
  expect(await times("Mot de passe faux")).toBe(0);
  await watching.close();
});

test("a mail that is larger than we read is kept whole, for somebody to decide", async () => {
  await desk.database.asOwner((tx) => tx.run("delete from imap_accounts"));
  const imap = await imapServer();
  imap.arrive(`${letter("Énorme")}${"x".repeat(998).concat("\n").repeat(150)}`, MONDAY + 7 * HOUR);
  imap.arrive(letter("Petit"), MONDAY + 7 * HOUR);
  const watching = await watch(imap.url("small"));
  await expect.poll(() => times("Petit"), soon).toBe(1);
  const large = (await desk.inbound()).find((m) => m.size > 100_000);
  expect(large).toMatchObject({ state: "quarantined", fault: "It is larger than 100000 bytes." });
  expect(await desk.house.blobs.has(large?.sha ?? "")).toBe(true);
  await watching.close();
});

test("a mail that the server has and does not give is asked for again and again, then shown to a person; those behind it go on", async () => {
  await desk.database.asOwner((tx) => tx.run("delete from imap_accounts"));
  const imap = await imapServer();
  imap.arrive(letter("Kaputt"), MONDAY + 8 * HOUR);
  imap.arrive(letter("Dahinter"), MONDAY + 8 * HOUR);
  imap.keepBack(1);
  const watching = await watch(imap.url("small"));
  await expect.poll(() => times("Dahinter"), soon).toBe(1);
  expect(await times("Kaputt")).toBe(0);
  expect((await desk.inbound()).filter((m) => m.size === 0)).toMatchObject([{ state: "quarantined", fault: expect.stringMatching(/UID 1.*the message cannot be read/) as string }]);
  await expect.poll(async () => (await accounts()).map((a) => a.last_uid), soon).toEqual([2]);
  await watching.close();
});

test("an account of a desk that is not there is said in one sentence", async () => {
  await expect(watch("nobody=imap://a:b@127.0.0.1/INBOX")).rejects.toThrow("IMAP_URLS names a desk that is not here: nobody.");
});

test("where the server wrote no envelope's sender down it is unknown, and nobody stands in for it", async () => {
  const imap = await imapServer();
  const mail = (subject: string, path: string, from = "From: Léa Payé <lea@paid.example>\n"): string =>
    `${path}${from}To: help@small.example\nSubject: ${subject}\nMessage-ID: <${subject.replaceAll(/\W/g, "")}@envelope.example>\n\nBonjour.\n`;
  imap.arrive(mail("Sans enveloppe", ""), MONDAY - HOUR);
  imap.arrive(mail("Vide", "Return-Path: <>\n"), MONDAY - HOUR);
  imap.arrive(mail("Illisible", "Return-Path: (unknown)\n"), MONDAY - HOUR);
  imap.arrive(mail("Ni auteur ni enveloppe", "", ""), MONDAY - HOUR);
  await desk.database.asDesk("small", (tx) => tx.run("delete from imap_accounts")); // another server at the same address
  const before = (await desk.inbound()).length;
  const watching = await watch(imap.url("small"));
  await expect.poll(async () => (await desk.inbound()).length - before, soon).toBe(4);
  await watching.close();
  const senders = await desk.rows(
    "select i.sender, t.subject, i.state from inbound_mails i left join tickets t on t.desk = i.desk and t.id = i.ticket where entrance like $1 and i.at > at_ms($2) order by 2",
    "testuser@%",
    0,
  );
  expect(senders).toEqual(
    expect.arrayContaining([
      { sender: null, subject: "Sans enveloppe", state: "done" },
      { sender: null, subject: "Illisible", state: "done" },
      { sender: null, subject: null, state: "set-aside" }, // nobody wrote it
      { sender: "", subject: null, state: "set-aside" }, // it wants no answer: a machine's
    ]),
  );
});
