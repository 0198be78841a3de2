// Where money or identity is at stake: what a mail may do that is proven, denied, or neither. Codes go by real SMTP and come back by it.
import { expect, test } from "vitest";
import { type Act, actByMail, performAnswered } from "../../src/desk/acts/by-mail/act-by-mail.ts";
import { answerHeld, CODE_LASTS, MOST_WRONG } from "../../src/desk/held/writes.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { mailDesk } from "./mail-desk.ts";
import { post } from "./post.ts";

const desk = await mailDesk();
const { house, ids } = desk;
const HELP = "help@small.example";
let now = MONDAY;
let n = 0;

/** Léa has asked; a mail in her name now wants her ticket closed. */
async function wanted(verdict: "pass" | "none" | "fail") {
  desk.at((now += 2 * 3_600_000));
  n += 1;
  await post(desk.door.port, { from: "lea@paid.example", to: HELP, subject: `Demande ${n}`, text: "Comment imprimer le devis ?" });
  await desk.quiet();
  const ticket = (await desk.tickets()).find((t) => t.subject === `Demande ${n}`);
  const id = ticket?.id ?? "";
  const act: Act = { kind: "close", id: `act:${n}`, by: { kind: "person", id: ids.contact, name: "Léa Payé" }, ticket: id, outcome: "solved" };
  const acted = await actByMail(house, "small", act, "Fermer la demande.", verdict);
  await desk.quiet();
  const mail = (await desk.mailsTo("lea@paid.example")).at(-1);
  return {
    acted,
    id,
    mail,
    mailId: (mail?.headers as Record<string, string> | undefined)?.["Message-ID"] ?? "",
    code: /\b(\d{3} \d{3})\b/.exec(mail?.text ?? "")?.[1] ?? "",
    status: async () => (await desk.tickets()).find((t) => t.id === id)?.status,
    closings: () => desk.rows("select 1 from events where ticket = $1 and kind = 'close'", id),
  };
}

const answer = async (w: Awaited<ReturnType<typeof wanted>>, text: string, from = "lea@paid.example"): Promise<void> => {
  desk.at((now += 60_000));
  await post(desk.door.port, {
    from,
    to: HELP,
    subject: `Re: ${w.mail?.subject ?? ""}`,
    inReplyTo: w.mailId,
    references: w.mailId,
    text: `${text}\n\nLe 2 mars 2026 à 10:00, Support Petit <help@small.example> a écrit :\n> ${(w.mail?.text ?? "").replaceAll("\n", "\n> ")}`,
  });
  await desk.quiet();
};

test("a proven mail acts at once", async () => {
  const w = await wanted("pass");
  expect([w.acted, await w.status()]).toEqual(["done", "closed"]);
});

test("a mail that its domain denies does nothing; staff see what it asked, and the address on file reads how to do it", async () => {
  const before = (await desk.mailsTo("lea@paid.example")).length;
  const w = await wanted("fail");
  expect([w.acted, await w.status()]).toEqual(["denied", "open"]);
  const notes = (await desk.messages(w.id)).filter((m) => m.kind === "note");
  expect(notes.map((m) => m.text)).toEqual([expect.stringContaining("Fermer la demande.") as string]);
  const [, told, ...more] = (await desk.mailsTo("lea@paid.example")).slice(before); // the first confirms the ticket itself
  expect([told?.text.includes("Rien n’a été fait d’un e-mail à votre nom"), told?.text.includes("Fermer la demande."), more]).toEqual([true, true, []]);
});

test("one that nobody can tell about waits for a code, which goes to the address on file in the customer's language and is nowhere afterwards", async () => {
  const w = await wanted("none");
  expect([w.acted, await w.status()]).toEqual(["held", "open"]);
  expect(w.mail?.recipients).toEqual(["lea@paid.example"]);
  expect(w.mail?.subject).toContain("Demande");
  expect(w.mail?.text).toContain("Est-ce bien vous\u00a0?");
  expect(w.mail?.text).toContain("Fermer la demande.");
  expect(w.code).toMatch(/^\d{3} \d{3}$/);
  expect(await desk.rows("select 1 from outbox where payload::text like $1", `%${w.code}%`)).toEqual([]);
  await answer(w, "Oui, merci.");
  expect(await w.status()).toBe("open"); // the code stood in the quote alone
  await answer(w, `Oui, c'est moi : ${w.code.replace(" ", "-")}.`);
  expect(await w.status()).toBe("closed");
  await answer(w, w.code);
  expect(await w.closings()).toHaveLength(1);
});

test("a code is good for a day, for its own mail, and not to be guessed", async () => {
  const late = await wanted("none");
  desk.at((now += CODE_LASTS));
  await answer(late, late.code);
  expect(await late.closings()).toEqual([]);
  const [one, two] = [await wanted("none"), await wanted("none")];
  await answer({ ...one, mailId: two.mailId }, one.code);
  expect([...(await one.closings()), ...(await two.closings())]).toEqual([]);
  const guessed = await wanted("none");
  const wrong = guessed.code === "000 000" ? "111 111" : "000 000";
  for (let tries = 0; tries < MOST_WRONG; tries += 1)
    await desk.database.asDesk("small", (tx) => answerHeld(tx, house.secret, { ticket: guessed.id, answers: [guessed.mailId], text: wrong, at: now }));
  await answer(guessed, guessed.code);
  expect(await guessed.closings()).toEqual([]);
});

test("what was answered when the server ended is done at the next start, once; what cannot be done any more is noted", async () => {
  const w = await wanted("none");
  await desk.database.asDesk("small", (tx) => answerHeld(tx, house.secret, { ticket: w.id, answers: [w.mailId], text: w.code, at: now }));
  expect(await w.status()).toBe("open");
  expect(await performAnswered(house)).toBe(1);
  expect(await performAnswered(house)).toBe(0);
  expect([await w.status(), (await w.closings()).length]).toEqual(["closed", 1]);
  expect(await desk.rows("select 1 from held_acts where done_at is not null and fault is not null")).toEqual([]);
  expect(desk.faults).toEqual([]);
});
