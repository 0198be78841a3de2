// Says one promise: what, by when, and what is aimed for, in the reader's zone.
import { instantText } from "../instant.ts";
import { named, phrase } from "../phrase.ts";
import type { Block, MailPromise, MailReader } from "./model.ts";

/** True if nothing is owed: an aim alone, with or without a time. */
export const isAim = (promise: MailPromise): boolean => promise.strength === "goal" || (promise.due === null && promise.goal !== null);

/**
 * What is said of a promise: `First answer: by Wednesday 25 November 2026, 18:00 (Paris time)`, and beside a limit the
 * aim, `We aim for Tuesday …`. An aim alone is one line that never says "by".
 */
export function promiseLines(promise: MailPromise, reader: Pick<MailReader, "lang" | "zone">): { readonly line: string; readonly aim?: string } {
  const { lang, zone } = reader;
  const name = named(lang, "promise", promise.kind);
  const said = (at: number): string => instantText(at, lang, zone);
  if (isAim(promise)) {
    const aim = promise.goal ?? promise.due;
    return { line: aim === null ? name : phrase(lang, "promise.aim", { promise: name, goal: said(aim) }) };
  }
  if (promise.due === null) return { line: phrase(lang, "promise.no-time", { promise: name }) };
  const line = phrase(lang, "promise.by", { promise: name, due: said(promise.due) });
  return promise.goal === null ? { line } : { line, aim: phrase(lang, "promise.we-aim", { goal: said(promise.goal) }) };
}

/** A promise in a mail: its line, its aim, its clause. */
export function promiseBlocks(promise: MailPromise, reader: Pick<MailReader, "lang" | "zone">): Block[] {
  const { line, aim } = promiseLines(promise, reader);
  return [{ is: "text", text: line, strong: true }, ...(aim === undefined ? [] : [{ is: "text" as const, text: aim }]), { is: "clause", clause: promise.clause }];
}

/** What is owed, apart from what is aimed at: aims are never called promises. */
export function promiseGroups(promises: readonly MailPromise[]): { owed: MailPromise[]; aims: MailPromise[] } {
  return { owed: promises.filter((each) => !isAim(each)), aims: promises.filter(isAim) };
}
