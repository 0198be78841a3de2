// What a policy says when a customer's record changes, ends or draws near its end, told to the customer's people or to a role. SPEC 19.5.
import { newId } from "../../../database/new-id.ts";
import type { PeopleRow } from "../../../database/rows.gen.ts";
import type { Tx } from "../../../database/tx.ts";
import { decide, dateIn, endsIn, type Facts, standingAt, type Term, termAt } from "../../../policy/index.ts";
import { chooseLanguage, isSpoken } from "../../../words/languages.ts";
import type { RecordNews } from "../../../words/mails/record.ts";
import { clauseText } from "../../../words/clause.ts";
import { roleName } from "../../../words/role-name.ts";
import { membersFor, seatOf, toldOf } from "../../staff/holders.ts";
import { recordFacts } from "../../facts-of.ts";
import type { OutboxMail } from "../../outbox-mail.ts";
import type { RecordEvent } from "./record-event.ts";
import { factLabel, factText } from "../../views/fact-text.ts";

interface Reader {
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly seat?: { readonly role: string; readonly inPlace: boolean }; // as which staff are told
}

/** Decides about the record as it is now, and writes the mails of the clauses that were not told for this state before. */
export async function tellOfRecord(tx: Tx, e: RecordEvent, changed: readonly string[]): Promise<void> {
  const { desk, policy, next, at, before } = e;
  const zone = before.zone ?? policy.desk.zone;
  const facts: Facts = { identified: true, ...recordFacts(policy, standingAt(policy, next, at, zone)), ...endsIn(next, at, zone) };
  const decision = decide(policy, { moment: "record", at, openedAt: at, facts, zone });
  for (const effect of decision.effects) {
    if (effect.do !== "notify" || effect.clause === null || !effect.by.includes("mail")) continue;
    const clause = policy.clauses.find((c) => c.id === effect.clause);
    if (!clause) continue;
    const about = [...new Set(clause.reads.map((f) => (f.startsWith("ends-in.") ? f.slice("ends-in.".length) : f)))].filter((f) => policy.facts[f]?.source === "record");
    if (!e.clock && !about.some((fact) => changed.includes(fact))) continue; // somebody changed something else
    const state = about.map((fact) => `${fact}=${String(facts[fact] ?? "")}@${lastEnd(next.terms[fact] ?? [], at, zone) ?? ""}`).join(",");
    const told = await tx.run(
      "insert into events (desk, id, kind, ticket, by_kind, by_id, at, detail) values ($1, $2, 'record-told', null, 'clock', null, at_ms($3), $4) on conflict (desk, id) do nothing",
      [
        desk,
        `record:${before.id}:${clause.id}:${state}`,
        at,
        JSON.stringify({ organisation: before.id, clause: clause.id, to: effect.to, facts: Object.fromEntries(about.map((f) => [f, facts[f] ?? null])) }),
      ],
    );
    if (told === 0) continue;
    for (const reader of await readersOf(tx, effect.to, before.id)) await write(tx, e, reader, clause.id, about, facts);
  }
}

/** The day on which what stands ends, or ended last. */
const lastEnd = (terms: readonly Term[], at: number, zone: string): string | undefined =>
  termAt(terms, at, zone)?.ends ?? terms.findLast((t) => t.ends !== undefined && t.ends < dateIn(at, zone))?.ends;

/** The customer's people who see their office's requests, else all of them; of a role those who hold it. */
async function readersOf(tx: Tx, to: string, organisation: string): Promise<readonly Reader[]> {
  if (to === "customer" || to === "requester")
    return tx.query<Pick<PeopleRow, "name" | "email" | "language" | "zone">>(
      `select name, email, language, zone from people p where desk = troth_desk() and organisation = $1 and bounced_at is null
         and (sees = 'office' or not exists (select 1 from people o where o.desk = p.desk and o.organisation = p.organisation and o.sees = 'office')) order by name, id limit 20`,
      [organisation],
    );
  const seat = seatOf(to, await membersFor(tx, [to]));
  return toldOf(seat).map(({ name, email, language }) => ({ name, email, language, zone: null, seat: { role: to, inPlace: seat.inPlace } }));
}

async function write(tx: Tx, { house, desk, policy, next, before, at }: RecordEvent, reader: Reader, clause: string, about: readonly string[], facts: Facts): Promise<void> {
  const lang = chooseLanguage([reader.language, before.language, policy.desk.languages[0]], ["en", "fr", "it", "ro", ...policy.desk.languages].filter(isSpoken));
  const zone = before.zone ?? policy.desk.zone;
  const name = policy.desk.name[lang] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk;
  const base = `${house.publicUrl}/${desk}`;
  const said = policy.clauses.find((c) => c.id === clause)!;
  const input: RecordNews = {
    desk: { name, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
    reader: { name: reader.name, lang, zone: reader.zone ?? zone },
    customer: before.name,
    rows: about.map((fact) => ({ label: factLabel(policy, fact, lang), value: factText(policy, fact, facts[fact], lang), ends: termAt(next.terms[fact] ?? [], at, zone)?.ends ?? null })),
    clause: clauseText(policy, said, lang, { base }),
    seat: reader.seat ? { ...reader.seat, role: roleName(policy, reader.seat.role, lang) } : null,
  };
  const id = newId(at);
  const payload: OutboxMail = {
    what: { mail: "record", input },
    to: { name: reader.name, address: reader.email },
    from: { name, address: policy.desk.address },
    mailId: `<${id}@${policy.desk.address.split("@")[1] ?? "localhost"}>`,
    inReplyTo: null,
    automatic: true,
    names: false,
  };
  await tx.writeAll([{ table: "outbox", rows: [{ desk, id, kind: "mail", ticket: null, payload, made_at: at, send_at: at }] }]);
}
