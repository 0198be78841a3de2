// Around somebody who asks, in one question to the database: who they are, which policy holds, who could help, and the ticket's number.
import type { Tx } from "../../database/tx.ts";
import type { Asker } from "../event.ts";
import { type Found, found, JOINED, type Joined } from "../people/reads.ts";
import { IN_FORCE } from "../policies/running.ts";
import { type Expert, expertFor, type ExpertFound, roomIsCounted } from "../staff/reads.ts";

export interface WhoAsks {
  readonly customer: Found | null; // null: nobody is known by this address
  readonly version: number | null;
  readonly candidate: Expert | null;
  readonly found: ExpertFound;
  readonly hours: number; // the state of the desk's closures
  /** Of the ticket, without the desk's prefix; 0 where none is taken. */
  readonly number: number;
}

type Around = { version: number | null; hours: number; found: ExpertFound; s_id: string | null; s_name: string | null; number: number };

const texts = { id: around("p.id = $3::uuid", "$3::uuid"), email: around("p.email = $3", "(select id from people where desk = troth_desk() and email = $3)") };

function around(person: string, id: string): string {
  return `select v.version, (select hours from desks where desk = troth_desk()) as hours, s.found, s.id as s_id, s.name as s_name, p.*, case when $4::boolean then next_ticket_number() else 0 end as number
    from (values (1)) one (one)
    left join (${IN_FORCE.replaceAll("$1", "$1::double precision")}) v on true
    left join (${expertFor("$2", "$1", "null", id)}) s on true
    left join (${JOINED} and ${person}) p on true`;
}

/** At `at` (epoch ms), about `topic` if it is known. A number that is taken is not given back: a sequence leaves gaps where something fails. */
export async function whoAsks(tx: Tx, asker: Asker, at: number, topic: string | null, takeNumber: boolean): Promise<WhoAsks> {
  const [sql, who] = "id" in asker ? [texts.id, asker.id] : [texts.email, asker.email.toLowerCase()];
  const [, [row]] = await Promise.all([takeNumber ? roomIsCounted(tx) : 0, tx.query<Around & Joined>(sql, [at, topic, who, takeNumber])]);
  if (!row) throw new Error("one row was asked for");
  const { version, hours, found: why, s_id, s_name, number, ...person } = row;
  return { version, hours, number, found: why, candidate: s_id === null ? null : { id: s_id, name: s_name ?? "" }, customer: person.id === null ? null : found(person) };
}
