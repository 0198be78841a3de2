// What touches a contract, by mail: the policy says that it must be proven, and nothing is done on a mail that is not before its code is answered. SPEC 17.13
import { expect, test } from "vitest";
import type { MessagesRow, TicketsRow } from "../../src/database/rows.gen.ts";
import { keepDesk, keepVersion } from "../../src/desk/policies/activate.ts";
import { lookUpAt } from "../../src/doors/mail/proof/check-proof.ts";
import { proverWith } from "../../src/doors/mail/proof/prover.ts";
import { compile } from "../../src/policy/index.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { mailDesk } from "./mail-desk.ts";
import { post } from "./post.ts";

const CONTRACT = `${SMALL_POLICY.replace("policy: small", "policy: contract").replace("help@small", "help@contract").replace("prefix: SM", "prefix: CO")}
asks:
  - clause: proven-first
    when: { topic: renewal, mail-authenticated: [none, fail] }
    ask: proof
    proof: true
    words: { fr: "Nous ne changeons rien à un abonnement avant de savoir que c’est bien vous.", en: "We change nothing in a subscription before we know that it is you." }
`;
// The server in front says what it found; it is the one that is trusted.
const desk = await mailDesk({ prove: proverWith({ lookUp: lookUpAt(["127.0.0.1:9"]), mta: { id: "mx.contract.example", from: [] }, accounts: new Map() }) });
await desk.database.asOwner(async (tx) => {
  const { policy, findings } = compile(CONTRACT);
  if (!policy) throw new Error(JSON.stringify(findings));
  await keepDesk(tx, "contract", policy);
  await keepVersion(tx, "contract", 1, policy, CONTRACT, "test");
});
let now = MONDAY;
const found = { pass: "dmarc=pass header.from=dental.example", fail: "dmarc=fail header.from=dental.example", none: "dmarc=none header.from=dental.example" };

async function write(subject: string, verdict: keyof typeof found, more: object = {}): Promise<void> {
  desk.at((now += 60_000));
  await post(desk.door.port, {
    from: "Ana Pop <ana@dental.example>",
    to: "help+renewal@contract.example",
    subject,
    text: "Bonjour, résiliez notre abonnement s’il vous plaît.",
    headers: { "Authentication-Results": `mx.contract.example; ${found[verdict]}` },
    ...more,
  });
  await desk.quiet();
}
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => desk.database.asDesk("contract", (tx) => tx.query<R>(sql, params));
const notesOn = async (subject: string): Promise<string[]> =>
  (await rows<MessagesRow>("select m.* from messages m join tickets t on t.desk = m.desk and t.id = m.ticket where t.subject = $1 and m.kind = 'note' order by m.at, m.id", subject)).map(
    (m) => m.text,
  );
const codes = async (): Promise<{ text: string; headers: Record<string, string>; subject: string }[]> =>
  (
    await desk.database.asDesk("contract", (tx) =>
      tx.query<{ text: string; headers: Record<string, string>; subject: string }>("select text, headers, subject from mailbox where 'ana@dental.example' = any (recipients) order by seq"),
    )
  ).filter((m) => /\b\d{3} \d{3}\b/.test(m.text));

test("a proven mail is a request like any other: no code, no note", async () => {
  await write("Résiliation prouvée", "pass");
  expect(await notesOn("Résiliation prouvée")).toEqual([]);
  expect(await codes()).toEqual([]);
});

test("of a mail that its domain denies staff are told that nothing is to be done; its sender gets no code", async () => {
  await write("Résiliation démentie", "fail");
  expect(await notesOn("Résiliation démentie")).toEqual([expect.stringContaining("«\u00a0Résiliation démentie\u00a0»") as string]);
  expect((await notesOn("Résiliation démentie"))[0]).toContain("dément");
  expect(await codes()).toEqual([]);
});

test("for one that nobody can tell about a code goes to the address on file; staff wait until it is answered, and one code is enough for the conversation", async () => {
  await write("Résiliation", "none");
  const [ticket] = await rows<TicketsRow>("select * from tickets where subject = 'Résiliation'");
  expect(await notesOn("Résiliation")).toEqual([expect.stringContaining("Tant que ce n’est pas prouvé") as string]);
  expect((await notesOn("Résiliation"))[0]).toContain("Nous ne changeons rien à un abonnement");
  const [mail] = await codes();
  expect(mail?.text).toContain("«\u00a0Résiliation\u00a0»");
  const confirmation = (await rows<{ text: string }>("select text from mailbox where subject like '%Résiliation' and text not like '%code%' order by seq")).at(-1);
  expect(confirmation?.text).toContain("Nous ne changeons rien à un abonnement");

  const on = { subject: `Re: [${ticket?.number}] Résiliation`, inReplyTo: mail?.headers["Message-ID"], references: mail?.headers["Message-ID"] };
  await write("", "none", { ...on, text: "Faites vite, s’il vous plaît." });
  expect(await codes()).toHaveLength(1); // one is out already
  await write("", "none", { ...on, text: `Voici : ${/\b\d{3} \d{3}\b/.exec(mail?.text ?? "")?.[0]}` });
  expect((await notesOn("Résiliation")).at(-1)).toContain("Confirmé");
  await write("", "none", { ...on, text: "Merci. À quelle date ?" });
  expect(await codes()).toHaveLength(1);
  expect(await notesOn("Résiliation")).toHaveLength(2);
  expect(desk.faults).toEqual([]);
});

test("what does not touch the contract asks for no proof", async () => {
  await write("Imprimer", "none", { to: "help+how-to@contract.example", text: "Comment imprimer ?" });
  expect(await notesOn("Imprimer")).toEqual([]);
  expect(await codes()).toHaveLength(1);
});
