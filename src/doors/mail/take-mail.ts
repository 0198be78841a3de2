// Takes one kept mail from its raw bytes down the road, and notes what became of it. Whatever happens, the raw mail stays.
import { Trouble } from "../../database/trouble.ts";
import type { Tx } from "../../database/tx.ts";
import { change, changeIn, inOrder } from "../../desk/change.ts";
import type { Changed } from "../../desk/changed.ts";
import type { Event, LateAnswer, Said } from "../../desk/event.ts";
import type { House } from "../../desk/house.ts";
import type { Order } from "../../desk/order.ts";
import { type InboundMail, type Outcome, settleInbound } from "../../desk/mails/writes.ts";
import type { Proof, Verdict } from "../../desk/mails/proof.ts";
import { deny, hold, performHeld } from "../../desk/acts/by-mail/act-by-mail.ts";
import { type Brought, tellUnproven, type Unproven, vouchFor } from "../../desk/acts/by-mail/vouch.ts";
import { answerHeld } from "../../desk/held/writes.ts";
import { phrase } from "../../words/phrase.ts";
import { caseByMail } from "./case-by-mail.ts";
import { mailSaid } from "./mail-said.ts";
import { tickIn } from "../../desk/acts/checklist.ts";
import { tickedByMail } from "./ticked-by-mail.ts";
import { closingByMail } from "./closing-by-mail.ts";
import { contestByMail } from "./contest-by-mail.ts";
import { type ActedOn, offerByMail, type OfferAnswered } from "./offer-by-mail.ts";
import { type Place, placeMail } from "./place-mail.ts";
import type { Prover } from "./proof/prover.ts";
import { readApart } from "./reading/read-apart.ts";
import type { ReadMail } from "./reading/read-mail.ts";

/**
 * Reads a kept mail; twice has no second effect. Throws Trouble, and leaves the mail waiting, where the
 * reason passes by itself (a lost database, a full disk); any other fault sets it among the unreadable, with the fault.
 */
export async function takeMail(house: House, mail: InboundMail, prove: Prover | null = null): Promise<Outcome> {
  const { desk, sha } = mail;
  const found: Found = { proof: isProof(mail.proof) ? mail.proof : null, placed: null };
  try {
    return await onRoad(house, mail, prove, found);
  } catch (error) {
    if (passes(error)) throw error;
    const outcome: Outcome = { state: "quarantined", fault: error instanceof Error ? error.message : String(error) };
    await house.database.asDesk(desk, async (tx) => settleInbound(tx, sha, outcome, found));
    return outcome;
  }
}

/** What was found out on the way, kept with the mail whatever becomes of it. */
interface Found {
  proof: Proof | null;
  placed: object | null;
}

const isProof = (value: unknown): value is Proof => typeof value === "object" && value !== null && "verdict" in value;

/** Where it belongs, the event, and the note of what became of the mail: one transaction, so that a mail is on its ticket or waits. */
async function onRoad(house: House, row: InboundMail, prove: Prover | null, found: Found): Promise<Outcome> {
  const { desk } = row;
  if (!row.raw && !(await house.blobs.has(row.sha))) throw new Error("Its bytes are no longer on disk.");
  const raw = row.raw ?? { path: house.blobs.path(row.sha), size: row.size };
  const mail = await readApart(raw, row.sender);
  if (mail.from) found.proof ??= (await prove?.(raw, row, mail.from.address)) ?? null;
  const proven = { ...(found.proof && { authenticated: found.proof.verdict }) };
  const said = { ...(await mailSaid(house, mail, row.sha, row.size)), ...proven, ...(mail.robot && { robot: { kind: mail.robot.kind, failed: mail.robot.failed } }) };
  let held: string | null = null;
  let answered: OfferAnswered | null = null;
  let unproven: Unproven | null = null;
  let enough = false; // of codes for a day
  const brought = (place: Extract<Place, { is: "ask" | "message" }>): Brought => ({ id: `mail:${mail.sha}`, by: place.sender, verdict: verdict(place), at: row.at, opens: place.is === "ask" });
  // What is proven is the one who sent it, never somebody in whose name or for whom they do.
  const forOthers = (place: Place): boolean => ((place.is === "message" || place.is === "ask") && place.broughtBy !== null) || (place.is === "message" && place.forAnother);
  const verdict = (place: Place): Verdict => (forOthers(place) && found.proof?.verdict !== "fail" ? "none" : (found.proof?.verdict ?? "none"));
  const onTicket = async (tx: Tx, order: Order): Promise<{ readonly outcome: Outcome; readonly place: Place }> => {
    const inCase = await caseByMail(tx, mail, { sha: row.sha, at: row.at, verdict: found.proof?.verdict ?? null });
    if (inCase) {
      await changeIn(tx, house, desk, inCase, order);
      const outcome: Outcome = { state: "done", ticket: null };
      settleInbound(tx, row.sha, outcome, found);
      return { outcome, place: { is: "aside", why: "" } };
    }
    const place = await placeMail(tx, mail, { desk, recipient: row.recipient, envelope: row.sender, at: row.at, secret: house.secret, verdict: found.proof?.verdict ?? null });
    found.placed = placedBy(place);
    const words = place.is === "ask" ? place.mail : mail;
    held = place.is === "message" && verdict(place) !== "fail" ? await answerHeld(tx, house.secret, { ticket: place.ticket.id, answers: mail.answers, text: mail.text, at: row.at }) : null;
    const written = { text: mail.text, author: mail.from?.address ?? "", answers: mail.answers, verdict: verdict(place) };
    answered =
      place.is === "message" && held === null
        ? ((await offerByMail(tx, place, { ...written, at: row.at }, `mail:${mail.sha}`)) ?? (await closingByMail(tx, place, written, `mail:${mail.sha}`)))
        : null;
    const ticked = place.is === "message" && held === null && answered === null ? await tickedByMail(tx, place, mail.text, verdict(place)) : null;
    if (ticked && place.is === "message") {
      const { sender, ticket } = place;
      const done = await tickIn(
        tx,
        house,
        desk,
        { id: `mail:${mail.sha}`, by: { kind: "person", ...sender }, ticket: ticket.id, at: row.at },
        { items: ticked, state: "done", channel: "mail", said: { ...said, heeds: place.heeds } },
        order,
      );
      const outcome: Outcome = { state: "done", ticket: done.ticket.id };
      settleInbound(tx, row.sha, outcome, found);
      return { outcome, place };
    }
    const contested = place.is === "message" && held === null && answered === null ? await contestByMail(tx, desk, place, written, `mail:${mail.sha}`) : null;
    if (contested && "act" in contested) answered = contested;
    const hint = contested && ("mayContest" in contested || verdict(place) !== "pass") ? { mayContest: "mayContest" in contested ? contested.mayContest : (contested.act.contests ?? []) } : {};
    const act = answered && "act" in answered ? answered : null;
    const noNews = answered && "note" in answered ? answered : null;
    // A "no" only keeps it open, as any message does: nobody has to prove it.
    const proves = act?.act.kind !== "refuse-closing";
    if (act && proves && verdict(place) === "none") enough = !(await hold(tx, house, desk, { ...act.act, id: `${act.act.id}:answer` }, act.asked));
    const { outcome, done } = await taken(
      tx,
      house,
      row,
      words,
      words === mail ? { ...said, ...hint } : { ...(await mailSaid(house, words, row.sha, row.size)), ...proven },
      place,
      order,
      act && (verdict(place) === "pass" || (!proves && verdict(place) === "none")) ? act.act : null,
      noNews,
    );
    unproven = done && held === null && answered === null && (place.is === "ask" || place.is === "message") ? await vouchFor(tx, house, desk, done, brought(place)) : null;
    settleInbound(tx, row.sha, outcome, found);
    return { outcome, place };
  };
  // What answers nothing is most likely a new request.
  const turn = (mail.from ?? mail.sender)?.address.toLowerCase();
  const { outcome, place } = await inOrder(house, desk, onTicket, mail.answers.length === 0 && !mail.robot ? { together: true, quick: true, ...(turn !== undefined && { turn }) } : {});
  if (held !== null) await performHeld(house, desk, held); // that it was answered is kept: what ends here is done at the next start
  if (place.is === "message" && answered !== null)
    await tellStaff(house, desk, answered, {
      place,
      ticket: (outcome.state === "done" && outcome.ticket) || place.ticket.id,
      denied: verdict(place) === "fail" ? "domain" : enough ? "codes" : null,
      id: `mail:${mail.sha}`,
      at: row.at + 1,
    });
  if ((place.is === "ask" || place.is === "message") && unproven !== null) await tellUnproven(house, desk, unproven, brought(place));
  if (place.is === "ask" && place.foreign !== null && outcome.state === "done" && outcome.ticket !== null)
    await noteForeign(house, desk, place, { number: place.foreign, ticket: outcome.ticket, id: `mail:${mail.sha}`, at: row.at + 1 });
  return outcome;
}

function placedBy(place: Place): object {
  if (place.is === "aside") return { how: "aside" };
  if (place.is === "ask") return { how: "new", ...(place.foreign !== null && { foreign: place.foreign }) };
  return { how: place.by };
}

async function taken(
  tx: Tx,
  house: House,
  { desk, at }: InboundMail,
  mail: ReadMail,
  words: Said,
  place: Place,
  order: Order,
  act: ActedOn | null,
  noNews: { readonly late?: LateAnswer; readonly rests?: true } | null,
): Promise<{ outcome: Outcome; done: Changed | null }> {
  if (place.is === "aside") return { outcome: { state: "set-aside", fault: place.why }, done: null };
  const by = { kind: "person" as const, ...place.sender };
  const id = `mail:${mail.sha}`;
  const brought = place.is !== "automatic" && place.broughtBy !== null ? { broughtBy: place.broughtBy, ...(words.authenticated === "pass" && { authenticated: "none" as const }) } : {};
  const said = place.is === "automatic" ? words : { ...words, heeds: place.heeds, ...brought };
  const done = await changeIn(tx, house, desk, eventOf(), order);
  return { outcome: { state: "done", ticket: done.ticket.id }, done };

  function eventOf(): Event {
    if (place.is === "aside") throw new Error("what is set aside is no event");
    if (place.is === "automatic") return { kind: "automatic", id, by, ticket: place.ticket.id, said };
    const { copied } = place;
    if (act) return { ...act, said, at };
    if (place.is === "message") return { kind: "message", id, by, ticket: place.ticket.id, said, at, copied, ...(noNews?.late && { late: noNews.late }), ...(noNews?.rests && { rests: true }) };
    return {
      kind: "ask",
      id,
      by,
      asker: { id: place.sender.id },
      subject: mail.subject || firstWords(mail),
      said,
      at,
      quiet: place.quiet,
      copied,
      ...(place.last && { lastMail: true }),
      ...(place.topic !== null && { topic: place.topic }),
      ...(place.answerTo !== null && { answerTo: place.answerTo }),
    };
  }
}

/** An answer to an offer that could not be taken as one: staff see why. */
async function tellStaff(
  house: House,
  desk: string,
  answered: OfferAnswered,
  { place, ticket, denied, id, at }: { place: Extract<Place, { is: "message" }>; ticket: string; denied: "domain" | "codes" | null; id: string; at: number },
): Promise<void> {
  if ("act" in answered) {
    if (denied) await deny(house, desk, answered.act, answered.asked, denied);
    return;
  }
  const by = { kind: "desk" as const, id: null, name: place.sender.name };
  await change(house, desk, { kind: "note", id: `${id}:offer`, by, ticket, at, said: { text: answered.note, channel: "mail" } });
}

/** The number of somebody else's ticket: staff should know, the sender learns nothing of it. */
async function noteForeign(house: House, desk: string, { policy }: Extract<Place, { is: "ask" }>, about: { number: string; ticket: string; id: string; at: number }): Promise<void> {
  const language = policy.desk.languages[0] ?? "en";
  const text = phrase(language, "mail.note.other-ticket", { number: about.number });
  const by = { kind: "desk" as const, id: null, name: policy.desk.name[language] ?? desk };
  await change(house, desk, { kind: "note", id: `${about.id}:note`, by, ticket: about.ticket, at: about.at, said: { text, channel: "mail", language } });
}

/** A subject for a mail without one. */
function firstWords(mail: ReadMail): string {
  const line =
    mail.text
      .split("\n")
      .find((l) => l.trim())
      ?.trim() ?? "";
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

/** True for faults of the surroundings, and for two transactions that collided once too often. */
function passes(error: unknown): boolean {
  return error instanceof Trouble || (error instanceof Error && "code" in error && /^(40|53|57|58|08)/.test(String(error.code)));
}
