// The mail to one person about a version that is to come, or that does not come after all, in their language and with what changes for them.
import { newId } from "../../../database/new-id.ts";
import type { OutboxNew, PolicyNewsRow } from "../../../database/rows.gen.ts";
import type { Comparison } from "../../../policy/compare/compare-policies.ts";
import { type Facts, type Policy, type Reason, takesEffect } from "../../../policy/index.ts";
import { clauseText, wordsOf } from "../../../words/clause.ts";
import { chooseLanguage, isSpoken } from "../../../words/languages.ts";
import type { VersionMail } from "../../../words/mails/version.ts";
import type { House } from "../../house.ts";
import type { OutboxMail } from "../../outbox-mail.ts";
import type { Found } from "../../people/reads.ts";
import { compareUrl, versionUrl, whatChanges } from "../../views/what-changes.ts";

const LISTED = 8; // changes, and clauses, that a mail tells; the rest stands on the page

export interface Letter {
  readonly person: string;
  readonly row: OutboxNew;
}
interface About {
  readonly house: House;
  readonly row: PolicyNewsRow;
  readonly old: Policy;
  readonly next: Policy;
}

/** `known` is what the record says of them; `reasons` why they are told, null where the policy leaves that to the desk. */
export function announcement(about: About, customer: Found, comparison: Comparison, known: Facts, reasons: readonly Reason[] | null): Letter {
  const { row, old } = about;
  const ground = groundOf(about, customer);
  const { lang } = ground.reader;
  const told = whatChanges(comparison, { old: row.was ?? row.version, new: row.version }, lang, ground.desk.url, known);
  const cited = new Set(told.changes.slice(0, LISTED).flatMap((c) => (c.clause ? [c.clause.id] : [])));
  const clauses = told.clauses.flatMap(({ is, old: before, new: after }) => {
    const clause = after ?? before;
    return clause && !cited.has(clause.id) ? [{ is, clause }] : [];
  });
  return letter(about, customer, {
    ...ground,
    is: "announced",
    changes: told.changes.slice(0, LISTED),
    clauses: clauses.slice(0, LISTED),
    documents: told.documents.map(({ title, version }) => ({ title, version })),
    more: Math.max(0, told.changes.length - LISTED) + Math.max(0, clauses.length - LISTED),
    unsure: told.unsure,
    replaced: false,
    notices: old.clauses.filter((c) => c.audience !== "agent" && reasons?.some((r) => r.clause === c.id)).map((c) => clauseText(old, c, lang, { base: ground.desk.url })),
  });
}

/** `replaced`: another version takes its place, and is still to come. */
export function withdrawal(about: About, customer: Found, replaced: boolean): Letter {
  return letter(about, customer, { ...groundOf(about, customer), is: "withdrawn", changes: [], clauses: [], documents: [], more: 0, unsure: false, replaced, notices: [] });
}

function groundOf({ house, row, old, next }: About, { person, organisation }: Found): Pick<VersionMail, "desk" | "reader" | "takesEffect" | "effective" | "urls"> {
  const lang = chooseLanguage([person.language, organisation?.language, old.desk.languages[0]], ["en", "fr", "it", "ro", ...old.desk.languages].filter(isSpoken));
  const url = `${house.publicUrl}/${row.desk}`;
  return {
    desk: { name: wordsOf(old, old.desk.name, lang), address: old.desk.address, url, ...(old.desk.colour && { colour: old.desk.colour }) },
    reader: { name: person.name, lang, zone: person.zone ?? organisation?.zone ?? old.desk.zone },
    takesEffect: takesEffect(next),
    effective: next.effective,
    urls: { old: versionUrl(url, lang, row.was ?? row.version), new: versionUrl(url, lang, row.version), compare: compareUrl(url, lang, row.version) },
  };
}

function letter({ house, row: { desk } }: About, { person }: Found, input: VersionMail): Letter {
  const at = house.now();
  const id = newId(at);
  const payload: OutboxMail = {
    what: { mail: "version", input },
    to: { name: person.name, address: person.email },
    from: { name: input.desk.name, address: input.desk.address },
    mailId: `<${id}@${input.desk.address.split("@")[1] ?? "localhost"}>`,
    inReplyTo: null,
    automatic: true,
    names: false,
  };
  return { person: person.id, row: { desk, id, kind: "mail", ticket: null, payload, made_at: at, send_at: at } };
}
