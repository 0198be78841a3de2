// The one mail that tells a customer what of their request became which ticket, what each is promised and what it costs; or that it is one again.
import { newId } from "../../../database/new-id.ts";
import type { Tx, Write } from "../../../database/tx.ts";
import { type SplitMail, type SplitPart } from "../../../words/mails/split.ts";
import type { Changed } from "../../changed.ts";
import type { House } from "../../house.ts";
import type { Joinable } from "../../joins/reads.ts";
import { replyAddress } from "../../mails/reply-address.ts";
import { mailOffer } from "../../offers/offered.ts";
import { offersOf } from "../../offers/reads.ts";
import type { OutboxMail } from "../../outbox-mail.ts";
import { policyVersion } from "../../policies/running.ts";
import { promisedNow } from "../../hands/promised.ts";
import { promisesOf } from "../../promises/reads.ts";
import { tells } from "../../promises/writes.ts";
import { quoteOf } from "../../quote.ts";
import { toldClauses } from "../../reasoned.ts";
import { mailThread } from "../../rows-of.ts";

/** One of the tickets with what was decided about it; null: it is none any more. */
export interface Told {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly done: Changed | null;
}

/** Writes the mail's rows, notes on each promise that its time was told, and gives the mail. */
export async function splitMail(tx: Tx, house: House, desk: string, whole: Joinable, told: readonly Told[], as: "split" | "whole", at: number): Promise<OutboxMail[]> {
  const { policy } = await policyVersion(tx, desk, whole.policy);
  const { language: lang } = whole;
  const base = `${house.publicUrl}/${desk}`;
  const id = newId(at);
  const mailId = `<${id}@${policy.desk.address.split("@")[1] ?? "localhost"}>`;
  const parts: SplitPart[] = [];
  const clauses = new Map<string, SplitMail["clauses"][number]>();
  for (const each of told) {
    if (!each.done) continue;
    const { decision, reasons, place } = each.done;
    const promises = await promisesOf(tx, each.id);
    const effects = decision?.effects ?? [];
    const refusal = effects.find((e) => e.do === "refuse");
    const offer = (await offersOf(tx, each.id)).find((o) => o.state === "open");
    const quote = quoteOf(policy, effects, place, lang);
    const mine = toldClauses(reasons, new Set());
    for (const clause of mine.filter((r) => r.section === "cases")) clauses.set(clause.id, clause);
    for (const p of promises) if (p.state === "running") await tx.run(...tells(p.id, { at, due: p.due, by: id }));
    parts.push({
      number: each.number,
      subject: each.subject,
      url: `${base}/tickets/${each.number}`,
      address: house.subaddresses ? replyAddress(house.secret, desk, each.number, policy.desk.address) : null,
      promises: promisedNow(policy, promises, lang, base),
      refusal: refusal ? (mine.find((r) => r.id === refusal.clause) ?? null) : null,
      clauses: mine.filter((r) => ["charges", "conditions", "asks"].includes(r.section)),
      ...(offer ? { offer: mailOffer(offer) } : quote && { quote }),
    });
  }
  const name = policy.desk.name[lang] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk;
  const mail: OutboxMail = {
    what: {
      mail: "split",
      input: {
        desk: { name, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
        reader: { name: whole.name, lang, zone: whole.zone },
        ticket: { number: whole.number, subject: whole.subject, url: `${base}/tickets/${whole.number}` },
        as,
        parts,
        gone: told.filter((each) => !each.done).map((each) => each.number),
        clauses: [...clauses.values()],
      },
    },
    to: { name: whole.name, address: whole.address },
    from: { name, address: policy.desk.address },
    mailId,
    inReplyTo: null,
    automatic: true,
    names: false,
    ...(house.subaddresses && { replyTo: replyAddress(house.secret, desk, whole.number, policy.desk.address) }),
  };
  const writes: Write[] = [{ table: "outbox", rows: [{ desk, id, kind: "mail", ticket: whole.id, payload: mail, made_at: at, send_at: house.now() }] }, mailThread(desk, mailId, whole.id)];
  tx.writeLast(writes);
  return [mail];
}
