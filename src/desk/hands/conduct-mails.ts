// The mails about a case, as outbox rows: to the person alone, on no ticket's thread; what they answer lands in the case.
import { newId } from "../../database/new-id.ts";
import type { ConductCasesRow, MeasuresRow, MeasuresNew } from "../../database/rows.gen.ts";
import type { Write } from "../../database/tx.ts";
import type { Policy } from "../../policy/index.ts";
import { type ClauseText, clauseText } from "../../words/clause.ts";
import type { ConductAs, ConductMail } from "../../words/mails/conduct.ts";
import type { House } from "../house.ts";
import type { OutboxMail } from "../outbox-mail.ts";

/** Who is written to, and by which desk. */
export interface Reader {
  readonly desk: string;
  readonly policy: Policy;
  readonly name: string;
  readonly address: string;
  readonly language: string;
  readonly zone: string;
  readonly at: number;
}

type Said = Partial<Pick<ConductMail, "statement" | "quotes" | "clauses" | "by" | "reason" | "answerBy" | "contest" | "reviewBy" | "waiting">> & {
  readonly measure?: Pick<MeasuresRow | MeasuresNew, "kind" | "ends"> | null;
};

/** The rows that send it. */
export function conductMailRows(house: House, ofCase: Pick<ConductCasesRow, "id">, as: ConductAs, to: Reader, said: Said): Write[] {
  const { desk, policy, language, at } = to;
  const name = policy.desk.name[language] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk;
  const base = `${house.publicUrl}/${desk}`;
  const id = newId(at);
  const mailId = `<${id}@${policy.desk.address.split("@")[1] ?? "localhost"}>`;
  const { measure, ...rest } = said;
  const input: ConductMail = {
    desk: { name, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
    reader: { name: to.name, lang: language, zone: to.zone },
    as,
    url: `${base}/conduct/${ofCase.id}`,
    statement: "",
    quotes: [],
    clauses: [],
    measure: (measure?.kind as ConductMail["measure"]) ?? null,
    by: "",
    reason: "",
    answerBy: null,
    ends: measure?.ends ?? null,
    contest: null,
    reviewBy: null,
    waiting: [],
    ...rest,
  };
  const payload: OutboxMail = {
    what: { mail: "conduct", input },
    to: { name: to.name, address: to.address },
    from: { name, address: policy.desk.address },
    mailId,
    inReplyTo: null,
    automatic: true,
    names: false,
  };
  return [
    { table: "outbox", rows: [{ desk, id, kind: "mail", ticket: null, payload, made_at: at, send_at: house.now() }] },
    { table: "conduct_mails", rows: [{ desk, mail_id: mailId, of_case: ofCase.id }] },
  ];
}

/** These clauses in the reader's language; those that the policy no longer has are left out. */
export function clausesIn(policy: Policy, ids: readonly string[], to: Pick<Reader, "language" | "desk">, house: House): ClauseText[] {
  return ids.flatMap((id) => {
    const clause = policy.clauses.find((c) => c.id === id);
    return clause ? [clauseText(policy, clause, to.language, { base: `${house.publicUrl}/${to.desk}` })] : [];
  });
}
