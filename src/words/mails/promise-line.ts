// Says one promise in a line: what, by when, and what is aimed for, in the reader's zone.
import { instantText } from "../instant.ts";
import { named, phrase } from "../phrase.ts";
import type { MailPromise, MailReader } from "./model.ts";

/** True if nothing is owed: an aim alone, with or without a time. */
export const isAim = (promise: MailPromise): boolean => promise.strength === "goal" || (promise.due === null && promise.goal !== null);

/** `First answer: by Wednesday 25 November 2026, 18:00 (Paris time). We aim for …`. */
export function promiseLine(promise: MailPromise, reader: Pick<MailReader, "lang" | "zone">): string {
  const { lang, zone } = reader;
  const name = named(lang, "promise", promise.kind);
  const said = (at: number): string => instantText(at, lang, zone);
  const aim = promise.goal ?? (promise.strength === "goal" ? promise.due : null);
  if (isAim(promise)) return aim === null ? name : phrase(lang, "promise.aim", { promise: name, goal: said(aim) });
  if (promise.due === null) return phrase(lang, "promise.no-time", { promise: name });
  if (aim === null) return phrase(lang, "promise.by", { promise: name, due: said(promise.due) });
  return phrase(lang, "promise.by-goal", { promise: name, due: said(promise.due), goal: said(aim) });
}

/** What the lines of several promises are called: aims are not called promises. */
export function promiseGroups(promises: readonly MailPromise[]): { owed: MailPromise[]; aims: MailPromise[] } {
  return { owed: promises.filter((each) => !isAim(each)), aims: promises.filter(isAim) };
}
