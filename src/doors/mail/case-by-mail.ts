// A mail that answers one about somebody's conduct: their words belong to the case, and to no ticket that others read.
import type { Tx } from "../../database/tx.ts";
import { lockCase, caseOfMails } from "../../desk/conduct/reads.ts";
import { takesWords } from "../../desk/conduct/takes-words.ts";
import type { Event } from "../../desk/event.ts";
import type { Verdict } from "../../desk/mails/proof.ts";
import type { ReadMail } from "./reading/read-mail.ts";

/** The event, or null: it answers no such mail, comes from somebody else or from a machine, is a forgery, or the case takes nothing more. Then it goes where any mail goes. */
export async function caseByMail(
  tx: Tx,
  mail: ReadMail,
  about: { readonly sha: string; readonly at: number; readonly verdict: Verdict | null },
): Promise<Extract<Event, { kind: "conduct-words" }> | null> {
  if (!mail.from || mail.robot || about.verdict === "fail") return null;
  const found = await caseOfMails(tx, mail.answers, mail.from.address);
  const open = found && (await lockCase(tx, found.id));
  if (!found || !open || takesWords(open, about.at) === null || mail.text.trim() === "") return null;
  return {
    kind: "conduct-words",
    id: `mail:${mail.sha}`,
    by: { kind: "person", id: found.person, name: found.name },
    ticket: found.ticket,
    of: found.id,
    words: { text: mail.text, channel: "mail", raw: about.sha, ...(about.verdict && { authenticated: about.verdict }) },
  };
}
