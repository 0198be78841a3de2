// Where money or identity is at stake a mail acts only as far as it is proven: at once, with a code from the address on file, or not at all.
import { newId } from "../../../database/new-id.ts";
import type { Tx } from "../../../database/tx.ts";
import type { Denied } from "../../../words/mails/denied.ts";
import { phrase } from "../../../words/phrase.ts";
import { change, changeIn, inOrder } from "../../change.ts";
import type { Event } from "../../event.ts";
import { hashOfCode, newCode } from "../../held/code.ts";
import { isEnoughForADay, wasToldDenied } from "../../held/limits.ts";
import { actDone, actToDo, answeredActs, CODE_LASTS, holdAct } from "../../held/writes.ts";
import type { House } from "../../house.ts";
import type { Verdict } from "../../mails/proof.ts";
import { Problem } from "../../problem.ts";
import { lockTicket } from "../../tickets/reads.ts";
import { onFile } from "./on-file.ts";

/** What a customer asks for on a ticket; its `id` names the mail, so that the same mail asks once. */
export type Act = Extract<Event, { readonly kind: "close" | "claim" | "reopen" | "consent" | "decline" | "agree-closing" | "refuse-closing" | "note" }>;
export type Acted = "done" | "held" | "denied";

/** A proven mail acts, a denied one cannot, one that nobody can tell about acts once its code is answered. */
const WHAT: Readonly<Record<Verdict, Acted>> = { pass: "done", none: "held", fail: "denied" };

/** Takes the act as far as `verdict` goes; `asked` says it as a sentence in the ticket's language. Throws Problem. */
export async function actByMail(house: House, desk: string, act: Act, asked: string, verdict: Verdict): Promise<Acted> {
  const what = WHAT[verdict];
  if (what === "done") await change(house, desk, act);
  else if (what === "denied") await deny(house, desk, act, asked);
  else if (!(await house.database.asDesk(desk, (tx) => hold(tx, house, desk, act, asked), { retry: true }))) {
    await deny(house, desk, act, asked, "codes");
    return "denied";
  }
  return what;
}

/** Holds the act for its code, in the transaction that keeps the mail. False where enough codes went out for a day: nothing is held then. */
export async function hold(tx: Tx, house: House, desk: string, act: Act, asked: string): Promise<boolean> {
  const to = await onFile(tx, house, desk, act);
  const at = house.now();
  if (await isEnoughForADay(tx, { ticket: act.ticket, person: act.by.id, at })) return false;
  const [id, code] = [newId(at), newCode()];
  const mailId = await to.send({ mail: "code", input: { ...to.about, asked, code, until: at + CODE_LASTS } });
  await holdAct(tx, { desk, id, ticket: act.ticket, event: act, code: hashOfCode(house.secret, id, code), mailId, at });
  tx.afterCommit(() => house.changed({ desk, ticket: act.ticket, event: act.id, kind: "held" }));
  return true;
}

/** Staff see what was asked and that it was not done; the address on file reads how its owner does it, once a day for each ticket that `tells` anybody. */
export async function deny(house: House, desk: string, act: Act, asked: string, why: Denied["why"] = "domain", tells = true): Promise<void> {
  const language = await house.database.asDesk(
    desk,
    async (tx) => {
      const to = await onFile(tx, house, desk, act);
      if (tells && !(await wasToldDenied(tx, { ticket: act.ticket, at: house.now() }))) await to.send({ mail: "denied", input: { ...to.about, asked, why } });
      return to.about.reader.lang;
    },
    { retry: true },
  );
  const by = { kind: "desk" as const, id: null, name: act.by.name };
  const text = phrase(language, why === "domain" ? "mail.note.denied" : "mail.note.codes", { asked });
  await change(house, desk, { kind: "note", id: `${act.id}:denied`, by, ticket: act.ticket, said: { text, channel: "mail", language } });
}

/** Does what was answered with its code, once; what cannot be done any more is noted with its reason. */
export async function performHeld(house: House, desk: string, id: string): Promise<void> {
  const done = (fault: string | null) => house.database.asDesk(desk, (tx) => actDone(tx, id, house.now(), fault));
  let act: Act | null = null;
  try {
    await inOrder(house, desk, async (tx, order) => {
      const row = await actToDo(tx, id);
      if (!row) return;
      act = row.event as Act;
      await actDone(tx, id, house.now(), null);
      await changeIn(tx, house, desk, row.event as Act, order);
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (act) await tellLate(house, desk, act);
    await done(error.detail);
  }
}

/** An offer that was answered otherwise before its code came: staff read why nothing was done, and whoever sent the code as well. */
async function tellLate(house: House, desk: string, act: Act): Promise<void> {
  if ((act.kind !== "consent" && act.kind !== "decline") || act.by.id === null) return;
  const language = await house.database.asDesk(desk, async (tx) => (await lockTicket(tx, act.ticket))?.language ?? "en", { readOnly: false });
  const by = { kind: "desk" as const, id: null, name: act.by.name };
  const text = phrase(language, "mail.note.offer-refused", { why: phrase(language, "mail.note.offer-none") });
  const late = { answer: act.kind === "consent" ? ("yes" as const) : ("no" as const), theirs: true, of: act.by.id };
  await change(house, desk, { kind: "note", id: `${act.id}:late`, by, ticket: act.ticket, said: { text, channel: "mail", language }, late });
}

/** All that was answered when a server ended before it was done; how many. */
export async function performAnswered(house: House): Promise<number> {
  const acts = await house.database.asOwner(answeredActs, { readOnly: true });
  for (const { desk, id } of acts) await performHeld(house, desk, id);
  return acts.length;
}
