// A mail of each kind as it might be, from the desk's own policy: for looking at its words before any such mail has left.
import type { Lang, Policy } from "../../policy/index.ts";
import { type ClauseText, clauseText } from "../../words/clause.ts";
import type { MailToWrite } from "../../words/mails/compose.ts";
import type { FrameName } from "../../words/mails/frames/frames.ts";
import type { MailPromise, TicketMail } from "../../words/mails/model.ts";

const DAY = 86_400_000;

/** The first clauses of the policy stand for those that would apply. */
export function sampleMail(name: FrameName, { desk, url, policy, now }: { readonly desk: string; readonly url: string; readonly policy: Policy; readonly now: number }, lang: Lang): MailToWrite {
  const base = `${url}/${desk}`;
  const number = `${policy.desk.prefix}-1000`;
  const about: TicketMail = {
    desk: { name: policy.desk.name[lang] ?? Object.values(policy.desk.name)[0] ?? desk, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
    reader: { name: "Ana Pop", lang, zone: policy.desk.zone },
    ticket: { number, subject: "…", url: `${base}/tickets/${number}` },
  };
  const first = (section: string): ClauseText[] =>
    policy.clauses
      .filter((clause) => clause.section === section && clause.audience !== "agent")
      .slice(0, 1)
      .map((clause) => clauseText(policy, clause, lang, { base }));
  const promises = first("promises").map((clause): MailPromise => ({ kind: "first-answer", strength: "must", due: now + DAY, goal: null, clause }));
  const clauses = [...first("asks"), ...first("scope")];
  switch (name) {
    case "confirmation":
      return { mail: "confirmation", input: { ...about, promises, clauses } };
    case "refusal": {
      const [reason] = [...first("entitlement"), ...first("scope"), ...policy.clauses.slice(0, 1).map((clause) => clauseText(policy, clause, lang, { base }))];
      if (!reason) throw new Error("a policy without clauses");
      return { mail: "refusal", input: { ...about, reason, clauses: [], contestUrl: `${about.ticket.url}/contest` } };
    }
    case "answer":
      return { mail: "answer", input: { ...about, expert: "Ana Petit", text: "…", paused: ["first-answer"] } };
    case "notice":
      return { mail: "notice", input: { ...about, promises, clauses } };
    case "added":
      return { mail: "added", input: { ...about, clauses } };
    default:
      return { mail: "closed", input: { ...about, as: name, clauses: first("closure"), reopens: true } };
  }
}
