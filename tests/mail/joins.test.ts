// Joined tickets by mail: both authors are told, answers to either number or thread arrive on the one that stands, and undoing gives each its own again.
import { beforeEach, expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import type { Actor } from "../../src/desk/event.ts";
import { joinTickets, unjoinTicket } from "../../src/desk/acts/join.ts";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { mailDesk } from "./mail-desk.ts";
import { type Letter, post } from "./post.ts";

const desk = await mailDesk();
const { port } = desk.door;
const HELP = "help@small.example";
const ANA: Actor = { kind: "staff", id: desk.ids.expert, name: "Ana Petit" };
let now = MONDAY;
beforeEach(() => desk.at((now += 3_600_000)));
await desk.database.asOwner((tx) => keepMember(tx, "small", desk.ids.paid, { name: "Cam Colleague", email: "cam@paid.example", sees: "office", language: "en" }, MONDAY));

const idOf = ({ headers }: { readonly headers: unknown }): string => (headers as Record<string, string>)["Message-ID"] ?? "";

async function opened(letter: Letter) {
  await post(port, { to: HELP, text: "Comment imprimer le devis ?", ...letter });
  await desk.quiet();
  desk.at((now += 60_000));
  return (await desk.tickets()).find((t) => t.subject === letter.subject)!;
}

test("two mails from one office become one ticket, each author reads so in their language, and everything that either answers arrives", async () => {
  const first = await opened({ from: "Léa <lea@paid.example>", subject: "Le devis ne s'imprime pas" });
  const second = await opened({
    from: "Cam <cam@paid.example>",
    subject: "Quote does not print",
    text: "Hello, our quotes have not been printing since this morning, please help us.",
    messageId: "<second@paid.example>",
  });
  await joinTickets(desk.house, "small", { id: "join:1", by: ANA, ticket: second.id, with: first.id });
  await desk.quiet();
  const toCam = (await desk.mailsTo("cam@paid.example")).at(-1)!;
  const toLea = (await desk.mailsTo("lea@paid.example")).at(-1)!;
  expect(toCam.text).toContain(`Léa Payé had already asked about the same problem in ticket ${first.number}, so your ticket ${second.number} goes on there.`);
  expect(toCam.text).toContain("First answer: by ");
  expect(toLea.text).toContain(`Cam Colleague a signalé le même problème dans la demande ${second.number}.`);

  await post(port, { from: "cam@paid.example", to: HELP, subject: "Re: Quote does not print", inReplyTo: "<second@paid.example>", text: "By the thread." });
  await post(port, { from: "cam@paid.example", to: HELP, subject: `[${second.number}] again`, text: "By the number." });
  await post(port, { from: "cam@paid.example", to: HELP, subject: "Re: joined", inReplyTo: idOf(toCam), text: "By the mail that told it." });
  await desk.quiet();
  expect((await desk.messages(first.id)).map((m) => m.text)).toEqual(["Comment imprimer le devis ?", "By the thread.", "By the number.", "By the mail that told it."]);
  expect(await desk.tickets()).toHaveLength(2);

  desk.at((now += 60_000));
  await change(desk.house, "small", { kind: "answer", id: "a1", by: ANA, ticket: second.id, said: { text: "Mettez à jour.", channel: "portal" } });
  await desk.quiet();
  const answered = (await desk.mailsTo("cam@paid.example")).at(-1)!;
  expect([answered.text.includes("Mettez à jour."), (await desk.mailsTo("lea@paid.example")).at(-1)!.text.includes("Mettez à jour.")]).toEqual([true, true]);

  await unjoinTicket(desk.house, "small", { id: "part:1", by: ANA, ticket: second.id });
  await post(port, { from: "cam@paid.example", to: HELP, subject: "Re: answer", inReplyTo: idOf(answered), text: "Ours is another printer." });
  await desk.quiet();
  expect((await desk.mailsTo("lea@paid.example")).at(-1)!.text).toContain("avaient été réunies");
  expect((await desk.messages(second.id)).map((m) => m.text)).toEqual([
    "Hello, our quotes have not been printing since this morning, please help us.",
    "By the thread.",
    "By the number.",
    "By the mail that told it.",
    "Ours is another printer.",
  ]);
  expect((await desk.messages(first.id)).map((m) => m.text)).toEqual(["Comment imprimer le devis ?", "Mettez à jour."]);
  expect(desk.faults).toEqual([]);
});
