// Answers that wait their five seconds: they can be taken back, they go out wherever one has gone meanwhile, and a refusal returns the words.
import { useSyncExternalStore } from "react";
import { ApiProblem } from "../../shared/api-problem.ts";
import { call } from "../../shared/client.ts";
import { desk } from "../../shared/desk-path.ts";
import type { Ticket } from "../../shared/shapes.ts";
import { forget, seen, whatChanged } from "./baseline.ts";
import { draftOf, keepDraft } from "./draft.ts";
import { queryClient } from "./query-client.ts";
import { refresh, ticketPath } from "./ticket.ts";

export interface Answer {
  readonly text: string;
  readonly files: readonly string[];
  readonly asks: boolean;
  readonly revision: number;
}
/** What the writer had before their eyes, and who they are: against it one sees whether a refusal is about anything. */
export interface Written {
  readonly ticket: Ticket;
  readonly by: string;
}
export interface Outgoing extends Answer {
  readonly number: string;
  readonly goesAt: number;
  readonly key: string;
  readonly sending: boolean;
}
export type Ended = { readonly number: string; readonly sent: true } | { readonly number: string; readonly sent: false; readonly error: unknown };

const WAIT = 5000;
const place = `troth:${desk}:outgoing`;
const listeners = new Set<() => void>();
const enders = new Set<(ended: Ended) => void>();
const timers = new Map<string, number>();
const written = new Map<string, Written>();
let waiting: readonly Outgoing[] = [];

function set(next: readonly Outgoing[]): void {
  waiting = next;
  sessionStorage.setItem(place, JSON.stringify(next));
  for (const each of listeners) each();
}

/** Lets an answer go in five seconds. The draft is emptied now and filled again if it does not go. */
export function letGo(number: string, answer: Answer, from: Written): void {
  const key = crypto.randomUUID();
  written.set(key, from);
  set([...waiting, { ...answer, number, key, goesAt: Date.now() + WAIT, sending: false }]);
  keepDraft(number, { text: "", asks: false });
  timers.set(
    key,
    window.setTimeout(() => void send(key), WAIT),
  );
}

/** Takes an answer back; false if it has gone already. */
export function takeBack(key: string): boolean {
  const found = waiting.find((each) => each.key === key);
  if (!found || found.sending) return false;
  window.clearTimeout(timers.get(key));
  end(found);
  giveBack(found);
  return true;
}

async function send(key: string): Promise<void> {
  const found = waiting.find((each) => each.key === key);
  if (!found) return;
  set(waiting.map((each) => (each.key === key ? { ...each, sending: true } : each)));
  try {
    await post(found);
    forget(found.number);
    await refresh(queryClient, found.number);
    end(found);
    for (const each of enders) each({ number: found.number, sent: true });
  } catch (error) {
    const from = written.get(key);
    if (overtaken(error) && from) seen(from.ticket); // so that the writer is shown what came after it
    end(found);
    giveBack(found);
    if (overtaken(error)) await refresh(queryClient, found.number);
    for (const each of enders) each({ number: found.number, sent: false, error });
  }
}

const overtaken = (error: unknown): boolean => error instanceof ApiProblem && error.code === "changed-meanwhile";

/** Posts the answer under its revision. Where only the desk itself moved on (a clock, a rank), it goes under the newer one. */
async function post(answer: Outgoing): Promise<void> {
  const path = `${ticketPath(answer.number)}/answers`;
  const body = { text: answer.text, ...(answer.files.length > 0 ? { files: answer.files } : {}), ...(answer.asks ? { asks: true } : {}) };
  try {
    await call(path, { method: "POST", body, key: answer.key, revision: answer.revision });
  } catch (error) {
    const from = written.get(answer.key);
    if (!overtaken(error) || !from) throw error;
    const now = await call<Ticket>(ticketPath(answer.number));
    if (whatChanged(from.ticket, now, from.by).length > 0) throw error;
    await call(path, { method: "POST", body, key: crypto.randomUUID(), revision: now.revision });
  }
}

function end(gone: Outgoing): void {
  timers.delete(gone.key);
  written.delete(gone.key);
  set(waiting.filter((each) => each.key !== gone.key));
}

function giveBack(answer: Outgoing): void {
  const since = draftOf(answer.number).text;
  keepDraft(answer.number, { kind: "answer", asks: answer.asks, text: since ? `${answer.text}\n\n${since}` : answer.text });
}

/** What was on its way when the page was closed returns to its draft. Call once, at the start. */
export function bringBack(): void {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    if (Array.isArray(kept)) for (const each of kept as Outgoing[]) giveBack(each);
  } catch {
    // Not readable: nothing was on its way.
  }
  sessionStorage.removeItem(place);
  // Asks before a page is closed that still holds an answer.
  window.addEventListener("beforeunload", (event) => {
    if (waiting.length > 0) event.preventDefault();
  });
}

export function onEnded(hear: (ended: Ended) => void): () => void {
  enders.add(hear);
  return () => enders.delete(hear);
}

export function useOutgoing(): readonly Outgoing[] {
  return useSyncExternalStore(
    (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    () => waiting,
  );
}
