// A time that had changed without a word is told after all, because a person says so: in the requester's language, once for each drift.
import type { PromisesRow } from "../../database/rows.gen.ts";
import { clauseText } from "../../words/clause.ts";
import { instantText } from "../../words/instant.ts";
import type { MailToWrite } from "../../words/mails/compose.ts";
import type { TicketMail } from "../../words/mails/model.ts";
import { phrase, sentence } from "../../words/phrase.ts";
import type { Policy } from "../../policy/index.ts";
import type { Event } from "../event.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import { tells } from "../promises/writes.ts";

/** The promise that the event tells anew; null for any other event. Throws not-found, already-taken where it was told meanwhile, case-closed where no time is left to tell. */
export function toldAnew(event: Event, promises: readonly PromisesRow[]): PromisesRow | null {
  if (event.kind !== "tell-time") return null;
  const promise = promises.find((p) => p.id === event.promise);
  if (!promise) throw new Problem("not-found", sentence("refused.no-promise"));
  if (promise.drift === null) throw new Problem("already-taken", sentence("refused.told-meanwhile"));
  if ((promise.state !== "running" && promise.state !== "paused") || promise.due === null) throw new Problem("case-closed", sentence("refused.no-time-to-tell"));
  return promise;
}

/** The mail: what was said before, and what holds, with its clause. */
export function anewMail(policy: Policy, { drift, clause: id, kind, strength, due, goal }: PromisesRow, about: TicketMail): MailToWrite | null {
  const { lang, zone } = about.reader;
  const clause = policy.clauses.find((c) => c.id === id);
  if (!clause) return null;
  const before = (drift as { readonly told: number | null } | null)?.told ?? null;
  return {
    mail: "notice",
    input: {
      ...about,
      title: phrase(lang, "mail.anew.title"),
      ...(before !== null && { words: phrase(lang, "mail.anew.before", { time: instantText(before, lang, zone) }) }),
      promises: [{ kind, strength: strength as "must", due, goal, clause: clauseText(policy, clause, lang, { base: about.desk.url }) }],
      clauses: [],
    },
  };
}

/** Keeps that this mail told it; the drift is over. */
export function keepAnew(plan: Plan, promise: PromisesRow | null, mail: { readonly id: string } | null, at: number): void {
  if (promise && mail) plan.statements.push(tells(promise.id, { at, due: promise.due, by: mail.id }));
}
