// The words that somebody is writing, kept on their computer per ticket: a closed tab, a lost line or a refusal loses nothing.
import { useSyncExternalStore } from "react";
import { desk } from "../../shared/desk-path.ts";

export type Kind = "answer" | "note" | "call";
export interface Draft {
  readonly kind: Kind;
  readonly text: string;
  readonly calledThem: boolean;
  readonly asks: boolean;
}

const EMPTY: Draft = { kind: "answer", text: "", calledThem: true, asks: false };
const listeners = new Set<() => void>();
const read = new Map<string, Draft>();
const place = (number: string): string => `troth:${desk}:draft:${number}`;

window.addEventListener("storage", (event) => {
  if (event.key !== null && !event.key.startsWith(`troth:${desk}:draft:`)) return;
  read.clear(); // another tab wrote
  for (const each of listeners) each();
});

export function draftOf(number: string): Draft {
  const known = read.get(number);
  if (known) return known;
  let draft = EMPTY;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(number)) ?? "null");
    if (typeof kept === "object" && kept !== null) draft = { ...EMPTY, ...kept };
  } catch {
    draft = EMPTY; // not ours, or cut off while writing
  }
  read.set(number, draft);
  return draft;
}

export function keepDraft(number: string, change: Partial<Draft>): void {
  const draft = { ...draftOf(number), ...change };
  read.set(number, draft);
  try {
    if (draft.text === "") localStorage.removeItem(place(number));
    else localStorage.setItem(place(number), JSON.stringify(draft));
  } catch {
    // The computer keeps nothing (private window, full disk): the words live as long as the page does.
  }
  for (const each of listeners) each();
}

export function useDraft(number: string): Draft {
  return useSyncExternalStore(
    (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    () => draftOf(number),
  );
}
