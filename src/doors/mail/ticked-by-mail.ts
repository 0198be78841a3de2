// A mail that plainly says which of the things that its writer was asked for are done: which items those are.
import type { Tx } from "../../database/tx.ts";
import { checklistsOf, openItems } from "../../desk/checklists/reads.ts";
import { standingTicket } from "../../desk/joins/reads.ts";
import type { Verdict } from "../../desk/mails/proof.ts";
import { checklistAnswer } from "../../words/checklist-answer.ts";
import type { Place } from "./place-mail.ts";

/** Their ids; null where it is a message like any other, or comes from a stranger, or is denied. */
export async function tickedByMail(tx: Tx, place: Extract<Place, { is: "message" }>, text: string, verdict: Verdict): Promise<string[] | null> {
  if (verdict === "fail" || place.heeds.includes("stranger") || place.broughtBy !== null) return null;
  const open = openItems(await checklistsOf(tx, await standingTicket(tx, place.ticket.id)));
  const done = checklistAnswer(
    text,
    open.map((item) => item.n),
  );
  return done && open.filter((item) => done.includes(item.n)).map((item) => item.id);
}
