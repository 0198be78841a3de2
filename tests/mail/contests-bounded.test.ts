// A robot whose answer reads like a contest: the desk falls silent after a few, keeps what was written, and answers a person again later.
import { beforeEach, expect, test } from "vitest";
import { MONDAY } from "../desk/small-desk.ts";
import type { Verdict } from "../../src/desk/mails/proof.ts";
import { mailDesk } from "./mail-desk.ts";
import { post } from "./post.ts";

const MINUTE = 60_000;
let verdict: Verdict = "pass";
const desk = await mailDesk({ prove: () => Promise.resolve({ verdict, by: "mx.small.example", domain: null, spf: null, dkim: null, dmarc: null, arc: null }) });
const LUC = "luc@expired.example";
let now = MONDAY;
beforeEach(() => desk.at((now += 24 * 60 * MINUTE)));

const toLuc = () => desk.mailsTo(LUC);
/** A mail of Luc's; what he gets for it. */
async function write(subject: string, text: string, answers?: string) {
  const before = (await toLuc()).length;
  await post(desk.door.port, { from: LUC, to: "help@small.example", subject, text, ...(answers !== undefined && { inReplyTo: answers, references: answers }) });
  await desk.quiet();
  return (await toLuc()).slice(before);
}
/** Answers every mail that comes, as a robot does, until none comes or it has answered so many times; how many mails it got, the first refusal among them. */
async function robot(subject: string, words: string, most: number): Promise<number> {
  const got = [...(await write(subject, "Comment imprimer le devis ?"))];
  for (let answered = 0; answered < most; answered += 1) {
    desk.at((now += MINUTE));
    const mail = got.at(-1)!;
    got.push(...(await write(`Re: ${mail.subject}`, words, (mail.headers as Record<string, string>)["Message-ID"] ?? "")));
  }
  return got.length;
}

test("of one who contests a refusal again and again three mails are answered within ten minutes, the request and two contests; all of it is kept, and later it is answered again", async () => {
  expect(await robot("Abonnement", "1 est faux : nous avons payé en janvier.", 5)).toBe(3);
  const ticket = (await desk.tickets()).find((t) => t.subject === "Abonnement")!;
  expect((await desk.messages(ticket.id)).filter((m) => m.text.includes("1 est faux"))).toHaveLength(5);
  expect(await desk.rows("select 1 from events where ticket = $1 and kind = 'claim'", ticket.id)).toHaveLength(5);
  desk.at((now += 15 * MINUTE));
  const last = (await toLuc()).at(-1)!;
  const [again, ...others] = await write(`Re: ${last.subject}`, "1 est faux : voici la facture de janvier.", (last.headers as Record<string, string>)["Message-ID"] ?? "");
  expect(again?.subject).toContain(ticket.number);
  expect(others).toEqual([]);
  expect(desk.faults).toEqual([]);
});
