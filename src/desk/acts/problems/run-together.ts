// Sends what is said together, ticket by ticket: the event on the one road and the tick of its line stand in one transaction, so that whoever goes on begins where it was.
import { Trouble } from "../../../database/trouble.ts";
import type { ProblemAnswersRow, ProblemSendsRow } from "../../../database/rows.gen.ts";
import type { Tx } from "../../../database/tx.ts";
import { fillWords } from "../../../words/mails/frames/in-words.ts";
import { changeIn, inOrder } from "../../change.ts";
import type { Order } from "../../order.ts";
import type { Actor, Event, FileRef } from "../../event.ts";
import type { House } from "../../house.ts";
import { type Joinable, lockJoinable } from "../../joins/reads.ts";
import { policyVersion } from "../../policies/running.ts";
import { Problem } from "../../problem.ts";
import { problemName, problemOf, problemOn } from "../../problems/reads.ts";
import { endAnswer, lockSend, noteAsked, noteTry, type SendState, settleSend, unfinishedAnswer, waitingFor } from "../../problems/sends.ts";
import { noteProblem } from "../../problems/writes.ts";
import { isShielded } from "../../staff/shields.ts";

/** So often one ticket is tried before the sender is told that it failed. */
const MOST_TRIES = 3;

/** Works on an answer that is not through; true where there may be more at once. What goes wrong with a ticket goes to `fault`, and the others go on. */
export async function runTogether(house: House, fault: (error: unknown) => void): Promise<boolean> {
  const answer = await house.database.asOwner(unfinishedAnswer);
  if (!answer) return false;
  const { desk, id } = answer;
  const tickets = await house.database.asDesk(desk, (tx) => waitingFor(tx, id), { readOnly: true });
  let sound = true;
  for (const ticket of tickets) sound = (await sendTo(house, answer, ticket, fault)) && sound;
  const ended = await house.database.asDesk(desk, async (tx) => {
    const over = await endAnswer(tx, id, house.now());
    if (over) await noteProblem(tx, { id: `together:${id}:over`, by: actorOf(answer), at: house.now(), problem: answer.problem, did: "over" });
    return over;
  });
  if (ended) house.changed({ desk, ticket: null, event: `together:${id}`, kind: "problem" });
  return ended || (sound && tickets.length > 0);
}

const actorOf = (a: ProblemAnswersRow): Actor => ({ kind: a.by_kind as Actor["kind"], id: a.by_id, name: a.by_name });

/** One ticket's; false where it is to be tried again later. */
async function sendTo(house: House, answer: ProblemAnswersRow, ticket: string, fault: (error: unknown) => void): Promise<boolean> {
  const { desk, id } = answer;
  try {
    await inOrder(house, desk, (tx, order) => sendIn(tx, house, answer, ticket, order));
    return true;
  } catch (error) {
    if (error instanceof Trouble) throw error; // the database is away: nothing of it is this ticket's fault
    if (!(error instanceof Problem)) fault(error);
    const told = error instanceof Problem ? error.detail : null;
    await house.database.asDesk(desk, (tx) => (told === null ? noteTry(tx, id, ticket, MOST_TRIES, house.now()) : settleSend(tx, id, ticket, "failed", house.now(), told)));
    return told !== null;
  }
}

async function sendIn(tx: Tx, house: House, answer: ProblemAnswersRow, id: string, order: Order): Promise<void> {
  const send = await lockSend(tx, answer.id, id);
  if (!send) return; // ticked by another
  const [ticket] = await lockJoinable(tx, [id]);
  const problem = await problemOf(tx, answer.problem);
  const state = ticket && problem ? await stateOf(tx, answer, ticket) : "off";
  await settleSend(tx, answer.id, id, state, house.now());
  if (state !== "sent" || !ticket || !problem) return;
  await changeIn(tx, house, answer.desk, await eventOf(tx, answer, send, ticket, problemName(problem.n)), order);
  if (answer.solves) await noteAsked(tx, answer.id, id);
}

/** Whether it may go out now, or why not. Under the ticket's lock. */
async function stateOf(tx: Tx, answer: ProblemAnswersRow, ticket: Joinable): Promise<SendState> {
  if ((await problemOn(tx, ticket.id))?.id !== answer.problem) return "off";
  if (ticket.joined_into) return "joined";
  if (ticket.status === "closed") return "closed";
  return answer.by_kind === "staff" && answer.by_id !== null && (await isShielded(tx, answer.by_id, ticket.id)) ? "shielded" : "sent";
}

/** The ordinary event, as if this ticket alone had been answered or closed. */
async function eventOf(tx: Tx, answer: ProblemAnswersRow, send: ProblemSendsRow, ticket: Joinable, problem: string): Promise<Event> {
  const of = { id: `problem:${answer.id}:${ticket.id}`, by: actorOf(answer), ticket: ticket.id, problem };
  const { message } = send;
  if (send.language === null) return { ...of, kind: "close", outcome: "solved", solution: message };
  const { policy } = await policyVersion(tx, answer.desk, ticket.policy);
  const desk = policy.desk.name[ticket.language] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? answer.desk;
  const words = (answer.texts as Record<string, string>)[send.language] ?? "";
  const text = fillWords(words, { customer: ticket.name, number: ticket.number, subject: ticket.subject, desk, expert: answer.by_name });
  const said = { text, language: send.language, channel: answer.by_kind === "staff" ? "console" : "api", files: answer.files as FileRef[] };
  return answer.solves ? { ...of, kind: "close", outcome: "solved", solution: message, said } : { ...of, kind: "answer", message, said };
}
