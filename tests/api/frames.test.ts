// A desk words its mails by the API: what it wrote is what customers get, checked before, tried on a real mail, and taken back.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { mailboxTransport } from "../../src/doors/mail/out/mailbox-transport.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { apiDesk } from "./api-desk.ts";

const desk = await apiDesk();
const { call, admin, agent, lea, house, ids } = desk;
interface Words {
  readonly [language: string]: { readonly title: string; readonly body: string };
}
interface Template {
  readonly mail: string;
  readonly version: number;
  readonly own: boolean;
  readonly madeBy: string | null;
  readonly words: Words;
  readonly findings: readonly unknown[];
  readonly placeholders: readonly { readonly name: string; readonly needed: boolean }[];
}
interface Refused {
  readonly code: string;
  readonly faults: readonly { readonly at: string; readonly message: string }[];
}
let n = 0;
async function ask(): Promise<string> {
  n += 1;
  const said = { text: "Comment imprimer ?", channel: "portal" };
  await change(house, "small", { kind: "ask", id: `frames:${n}`, by: { kind: "person", id: ids.contact, name: "Léa Payé" }, asker: { id: ids.contact }, subject: `Question ${n}`, said });
  while (await sendWaiting(house, mailboxTransport(house), (error) => desk.faults.push(error)));
  const [mail] = await house.database.asDesk("small", (tx) => tx.query<{ text: string }>("select text from mailbox order by seq desc limit 1"));
  return mail?.text ?? "";
}
const one = async (mail: string): Promise<Template> => {
  const { body } = await call<{ items: Template[] }>(admin, "GET", "/mail-templates");
  const found = body.items.find((each) => each.mail === mail);
  if (!found) throw new Error(mail);
  return found;
};
const own = (body: string): Words => ({ fr: { title: "Merci", body }, en: { title: "Thank you", body } });
const PARTS = "{promises}\n\n{terms}\n\n{expert}\n\n{next}";

test("every mail begins with the program's own words, in the desk's languages, and says what can be said in it", async () => {
  const { body } = await call<{ items: Template[] }>(admin, "GET", "/mail-templates");
  expect(body.items.map((each) => each.mail)).toEqual(["confirmation", "refusal", "added", "answer", "notice", "solved", "unresolved", "closed"]);
  for (const each of body.items) expect([each.version, each.own, Object.keys(each.words), each.findings]).toEqual([0, false, ["fr", "en"], []]);
  expect((await one("confirmation")).placeholders).toContainEqual({ name: "promises", type: "part", needed: true });
});

test("what a desk writes is what its customers read, from the next mail on; what the policy says stays in it", async () => {
  const before = await ask();
  const { status, body } = await call<Template>(admin, "PUT", "/mail-templates/confirmation", { words: own(`Chère {customer}, la demande {number} est chez nous.\n\n${PARTS}`), expect: 0 });
  expect([status, body.version, body.own]).toEqual([200, 1, true]);
  const after = await ask();
  expect(after).toContain("Chère Léa Payé, la demande SM-");
  expect(after).not.toContain("Bonjour");
  const promised = /^.*(?:au plus tard|visons).*$/m.exec(before)?.[0];
  if (promised) expect(after).toContain(promised.slice(0, 12));
});

test("words with a fault are refused with the place of each, and nothing changes", async () => {
  const wrong = await call<Refused>(admin, "PUT", "/mail-templates/confirmation", { words: { fr: { title: "Merci", body: "Bonjour {nom},\n\n{terms}" } } });
  expect(wrong.status).toBe(400);
  expect(wrong.body.faults.map((f) => f.at)).toEqual(["words.en", "words.fr.body", "words.fr.body", "words.fr.body", "words.fr.body"]);
  expect(wrong.body.faults[1]?.message).toMatch(/^line 1, column 9: There is no \{nom\}/);
  expect(wrong.body.faults.some((f) => f.message.includes("{promises} is missing"))).toBe(true);
  expect((await one("confirmation")).version).toBe(1);
  expect((await call<Refused>(admin, "PUT", "/mail-templates/confirmation", { words: own(PARTS), expect: 0 })).body.code).toBe("changed-meanwhile");
  expect((await call<Refused>(admin, "PUT", "/mail-templates/sign-in", { words: own(PARTS) })).status).toBe(400);
});

test("words are tried on the last such mail that left, and keep nothing; where none left yet, on a made-up one", async () => {
  const words = own(`Nouveau : {subject}\n\n${PARTS}`);
  const { body } = await call<{ real: boolean; text: string; html: string; findings: unknown[] }>(admin, "POST", "/mail-templates/confirmation/preview", { words, language: "fr" });
  expect([body.real, body.findings]).toEqual([true, []]);
  expect(body.text).toContain(`Nouveau\u00a0: Question ${n}`);
  const refusal = await call<{ real: boolean; text: string; findings: { message: string }[] }>(admin, "POST", "/mail-templates/refusal/preview", { words: own("Désolés."), language: "fr" });
  expect(refusal.body.real).toBe(false);
  expect(refusal.body.findings.map((f) => f.message)).toContainEqual(expect.stringContaining("{reason} is missing"));
  for (const mail of ["confirmation", "refusal", "added", "answer", "notice", "solved", "unresolved", "closed"])
    expect((await call<{ text: string }>(admin, "POST", `/mail-templates/${mail}/preview`, { words: (await one(mail)).words, language: "en" })).body.text).toContain("SM-");
  expect((await one("confirmation")).version).toBe(1);
});

test("every version is kept: an earlier one is come back to, and so are the program's own words", async () => {
  await call(admin, "PUT", "/mail-templates/confirmation", { words: own(`Deuxième.\n\n${PARTS}`), expect: 1 });
  const { body } = await call<{ items: { version: number; words: Words; madeBy: string }[] }>(admin, "GET", "/mail-templates/confirmation/versions");
  expect(body.items.map((v) => v.version)).toEqual([2, 1]);
  await call(admin, "PUT", "/mail-templates/confirmation", { words: body.items[1]?.words, expect: 2 });
  expect(await ask()).toContain("Chère Léa Payé");
  const back = await call<Template>(admin, "DELETE", "/mail-templates/confirmation");
  expect([back.body.version, back.body.own]).toEqual([4, false]);
  expect(await ask()).toContain("Bonjour");
  expect(desk.faults).toEqual([]);
});

test("only who looks after the desk words its mails", async () => {
  for (const who of [agent, lea]) expect((await call(who, "PUT", "/mail-templates/confirmation", { words: own(PARTS) })).status).toBe(403);
  expect((await call(lea, "GET", "/mail-templates")).status).toBe(403);
});
