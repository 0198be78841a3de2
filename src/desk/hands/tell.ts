// What the requester is told after an event: at most one mail, saying what was decided and nothing beyond it.
import type { PromisesRow } from "../../database/rows.gen.ts";
import type { Decision, Effect, Facts, Policy, TaxPlace } from "../../policy/index.ts";
import { phrase } from "../../words/phrase.ts";
import type { ClosingMail } from "../../words/mails/closing.ts";
import type { MailFile } from "../../words/mails/file-blocks.ts";
import type { MailToWrite } from "../../words/mails/compose.ts";
import { returnedText } from "../../words/allowance.ts";
import { clauseText } from "../../words/clause.ts";
import type { MailOffer, MailPromise, MailQuote, TicketMail } from "../../words/mails/model.ts";
import { isOfCase, isStanding } from "../conduct/about.ts";
import type { Closing } from "../closings/reads.ts";
import type { Escalated } from "./escalation.ts";
import type { Event, Item } from "../event.ts";
import { handsOver } from "./hand-over.ts";
import { mailFacts } from "./mail-facts.ts";
import type { Returned } from "./money-hands.ts";
import type { Taken } from "./taken.ts";
import { anewMail } from "./told-anew.ts";
import { isHours } from "../promises/risk.ts";
import { quoteOf } from "../quote.ts";
import { triedShown } from "../views/tried-shown.ts";
import { type Reasoned, toldClauses } from "../reasoned.ts";

export interface Telling {
  readonly addressed: ReadonlySet<string>; // whom of those that notices are `to` the reader is
  readonly policy: Policy;
  readonly event: Event;
  readonly decision: Decision | null;
  readonly reasons: readonly Reasoned[];
  readonly about: TicketMail;
  readonly expert: string | null; // the name of who has it now
  readonly before: string | null; // who had it until now
  readonly namesExpert: boolean; // the policy names the expert to the customer
  readonly escalated: Escalated | null;
  readonly wasRefused: boolean;
  readonly closes: "solved" | "unresolved" | "closed" | null;
  readonly place: TaxPlace;
  readonly facts: Facts; // as the decision knew them
  readonly fileUrl: (name: string, sha: string) => string;
  readonly offer: { readonly is: "asked" | "accepted" | "declined"; readonly offer: MailOffer; readonly clause: string } | null;
  readonly todo: readonly Item[];
  readonly joins: boolean;
  readonly charged: MailQuote | null; // what the closing makes owed
  readonly taken: Taken | null; // what it takes from an allowance
  readonly returned: Returned | null; // what is given back to one
  readonly closing: Closing | null; // about which the customer is asked now, or again
  readonly silent: boolean; // it closes because they did not answer
  readonly version: number; // of the policy
  readonly at: number;
  readonly due: number | null; // when the promise that just ended was due
  readonly anew: PromisesRow | null; // whose time is told after all
}

/** The mail that this event owes the requester, or null. */
export function tell(t: Telling): MailToWrite | null {
  const { event, about } = t;
  // Told by the act itself: a join to both authors, a split with all of its parts in one mail.
  if (["join", "split", "part", "unsplit"].includes(event.kind)) return null;
  if (t.anew) return anewMail(t.policy, t.anew, about);
  if (isOfCase(event)) return null; // told by mails of its own, which are on no ticket
  if (event.kind === "ask") return event.quiet || t.joins ? null : decided(t); // one that is joined as it arrives is told by that
  if (event.kind === "answer") {
    if (event.called) return null;
    return {
      mail: "answer",
      input: {
        ...about,
        expert: event.by.name,
        text: event.said.text,
        ...(event.said.html && { html: event.said.html }),
        files: filesIn(t),
        paused: pausedIn(t.decision?.effects ?? []),
        clauses: noticed(t),
      },
    };
  }
  if (event.kind === "checklist") {
    const asked = toldClauses(t.reasons, new Set()).filter((r) => t.decision?.effects.some((e) => e.do === "asks" && e.clause === r.id && e.key === event.ask));
    return {
      mail: "checklist",
      input: { ...about, expert: event.by.name, words: event.words, items: event.items.map(({ n, text }) => ({ n, text })), paused: pausedIn(t.decision?.effects ?? []), clauses: asked },
    };
  }
  if (t.returned) return { mail: "notice", input: { ...about, title: phrase(about.reader.lang, "allowance.returned-title"), words: returnedText(t.returned, about.reader.lang), clauses: [] } };
  if (t.closing) return { mail: "closing", input: asking(t, t.closing) };
  const told = toldClauses(t.reasons, granted(t));
  // Where nothing was agreed, nothing is said of paying as agreed.
  const idle = t.charged || t.taken ? null : (t.decision?.effects.flatMap((e) => (e.do === "charges" && e.key === "settlement" && e.outcome["charge"] === "as-agreed" ? [e.clause] : []))[0] ?? null);
  if (t.closes)
    return {
      mail: "closed",
      input: {
        ...about,
        as: t.closes,
        ...(event.kind === "close" && event.said && { words: event.said.text, files: filesIn(t) }),
        ...(t.silent && { silent: true }),
        clauses: told.filter((r) => r.id !== idle),
        ...(t.charged && { quote: t.charged }),
        ...(t.taken && { taken: t.taken }),
        reopens: true,
      },
    };
  if (t.offer) {
    const {
      policy,
      about,
      offer: { is, offer, clause: id },
    } = t;
    const clause = policy.clauses.find((c) => c.id === id);
    return {
      mail: "offer",
      input: {
        ...about,
        is,
        offer,
        clause: clause ? clauseText(policy, clause, about.reader.lang, { base: about.desk.url }) : null,
        by: event.by.name,
        at: t.at,
        policyVersion: t.version,
        ...(event.kind === "consent" && event.spent && { spent: true }),
      },
    };
  }
  if (event.kind === "assign" || (handsOver(event) && t.expert !== t.before)) {
    return t.namesExpert && t.expert ? { mail: "assignment", input: { ...about, expert: t.expert, ...(t.before && { before: t.before }), clauses: [] } } : null;
  }
  const effects = t.decision?.effects ?? [];
  const apology = told.find((r) => r.section === "remedies" && r.key === "apology");
  const broken = brokenPromise(t, apology);
  if (apology && broken) return { mail: "apology", input: { ...about, promise: broken, remedy: apology, clauses: told.filter((r) => r.section === "remedies" && r !== apology) } };
  const refuses = effects.some((e) => e.do === "refuse");
  // Where the record changed, who was refused for it and is helped now is told so, and the other way round; the same again is no news.
  if (event.kind === "timer" && event.about === "record" && refuses !== t.wasRefused && t.decision?.results["entitlement"] !== undefined) return decided(t);
  if (["finding", "claim", "ruling"].includes(event.kind) && (refuses || t.wasRefused)) return decided(t);
  if (isStanding(event)) return refuses === t.wasRefused ? null : decided(t);
  const promises = promisesIn(effects, t.reasons);
  const notices = noticed(t);
  const reminds = event.kind === "timer" ? told.filter((r) => effects.some((e) => e.do === "remind" && e.clause === r.id)) : [];
  if (reminds.length) return { mail: "notice", input: { ...about, title: phrase(about.reader.lang, "mail.reminder.title"), todo: t.todo.map(({ n, text }) => ({ n, text })), clauses: reminds } };
  const steps = t.escalated?.tellsRequester ? t.reasons.filter((r) => r.id === t.escalated?.clause) : [];
  // A message that only makes the next promise is no news; one that changes a time that was told before is.
  const changes = effects.some((e) => e.do === "resume-promise" || e.do === "move-promise");
  const news = event.kind === "delivered" || ((event.kind === "message" || event.kind === "joined" || event.kind === "heard") && !changes) ? [] : promises;
  if (!notices.length && !news.length && !steps.length) return null;
  const title = isHours(event) ? { title: phrase(about.reader.lang, "mail.hours.title") } : {};
  return { mail: "notice", input: { ...about, ...title, promises: news, clauses: [...steps, ...(event.kind === "timer" ? notices : told)] } };
}

/** The notices of the policy that this reader is told now. */
const noticed = (t: Telling): Reasoned[] =>
  toldClauses(t.reasons, granted(t)).filter((r) => r.section === "notices" && t.decision?.effects.some((e) => e.do === "notify" && e.clause === r.id && t.addressed.has(e.to) && e.at === undefined));

/** Those alone, for a reader who is told nothing else of this event; null where there is none. */
export function tellNotices(t: Telling): MailToWrite | null {
  const clauses = noticed(t);
  return clauses.length ? { mail: "notice", input: { ...t.about, clauses } } : null;
}

/** What was found, what follows, and by which clauses the customer is asked. */
/** What goes along with the words of this event, each to fetch from the ticket. */
const filesIn = ({ event, fileUrl }: Telling): MailFile[] => ("said" in event ? (event.said?.files ?? []) : []).map(({ name, sha }) => ({ name, url: fileUrl(name, sha) }));

function asking(t: Telling, { outcome, asked_by, words, follows, closes_at, clause }: Closing): ClosingMail {
  const { policy, event, about } = t;
  const { clause: settles, ...rest } = follows;
  const clauses = [clause, ...(settles === null ? [] : [settles])].flatMap((id) => {
    const found = policy.clauses.find((c) => c.id === id);
    return found && found.audience !== "agent" ? [clauseText(policy, found, about.reader.lang, { base: about.desk.url })] : [];
  });
  const priced = policy.tables["charges/settlement"] !== undefined;
  return {
    ...about,
    outcome: outcome as "solved",
    expert: asked_by,
    words,
    files: event.kind === "close" ? filesIn(t) : [],
    follows: rest,
    priced,
    closes: closes_at,
    again: event.kind === "timer",
    clauses,
  };
}

/** Confirmation, or refusal with its reason: what follows when the policy has decided about the request as a whole. */
function decided(t: Telling): MailToWrite {
  const effects = t.decision?.effects ?? [];
  const told = toldClauses(t.reasons, granted(t));
  const refusal = effects.find((e) => e.do === "refuse");
  const reason = refusal && t.reasons.find((r) => r.id === refusal.clause);
  if (refusal && reason) {
    const { lang } = t.about.reader;
    const named = (id: string | undefined): { name: string; url?: string } | null => {
      const n = id === undefined ? undefined : (t.policy.things[id] ?? t.policy.parties[id]);
      return n ? { name: n.name[lang] ?? n.name[t.policy.desk.languages[0] ?? "en"] ?? n.id, ...(n.url && { url: n.url }) } : null;
    };
    const [mend, refer] = [named(refusal.mend), named(refusal.refer)];
    return {
      mail: "refusal",
      input: {
        ...t.about,
        reason,
        clauses: told.filter((r) => r.id !== reason.id && (r.strength !== "goal" || r.section === "asks")), // nothing is aimed at; what is asked for may be what opens the door
        ...(t.event.kind === "ruling" && t.event.state === "granted" && t.event.clause === reason.id && { ruled: { by: t.event.by.name, reason: t.event.reason } }),
        ...(mend && { mend: { words: mend.name, ...(mend.url && { url: mend.url }) } }),
        ...(refer && { refer }),
        tried: triedShown(t.policy, reason.tried, { lang, base: t.about.desk.url, inside: false }),
        facts: mailFacts(t.policy, [reason, ...told], t.facts, lang),
        contestUrl: `${t.about.ticket.url}#contest`,
      },
    };
  }
  const quote = quoteOf(t.policy, effects, t.place, t.about.reader.lang);
  return {
    mail: "confirmation",
    input: {
      ...t.about,
      promises: promisesIn(effects, t.reasons),
      clauses: told.filter((r) => r.section !== "promises"),
      facts: mailFacts(t.policy, told, t.facts, t.about.reader.lang),
      ...(t.namesExpert && t.expert && { expert: t.expert }),
      ...(quote && { quote }),
      ...(t.offer && { offer: t.offer.offer }),
    },
  };
}

/** The kinds of promise whose clocks stand still because of what was just asked. */
const pausedIn = (effects: readonly Effect[]): string[] => [...new Set(effects.flatMap((e) => (e.do === "pause-promise" ? [e.kind] : [])))];

/** Promises made, moved or running again now, each with the clause that makes it; what the customer is not to see is left out. */
export function promisesIn(effects: readonly Effect[], reasons: readonly Reasoned[]): MailPromise[] {
  return effects.flatMap((e): MailPromise[] => {
    if (e.do !== "promise" && e.do !== "move-promise" && e.do !== "resume-promise") return [];
    const clause = reasons.find((r) => r.id === e.clause && r.section === "promises" && r.audience !== "agent");
    if (!clause) return [];
    const kind = e.do !== "move-promise" ? e.kind : (clause.key.split("/")[1] ?? clause.key);
    return [{ kind, strength: clause.strength, due: e.due, goal: e.goal, clause }];
  });
}

const granted = (t: Telling): ReadonlySet<string> => new Set(t.event.kind === "ruling" && t.event.state === "granted" ? [t.event.clause] : []);

function brokenPromise(t: Telling, apology: Reasoned | undefined): MailPromise | null {
  if (!apology || t.event.kind !== "timer" || !t.decision?.effects.some((e) => e.do === "break-promise")) return null;
  const kind = t.event.about.split("/")[1] ?? "";
  const clause = t.reasons.find((r) => r.section === "promises" && r.key === (t.event.kind === "timer" ? t.event.about : "")) ?? apology;
  return { kind, strength: "must", due: t.due, goal: null, clause };
}
