// Around somebody who asks, in one question to the database: who they are, which policy holds, who could help, the ticket's number, and what else is worth a question.
import type { Tx } from "../../database/tx.ts";
import type { Asker } from "../event.ts";
import { type Found, found, JOINED, type Joined } from "../people/reads.ts";
import { IN_FORCE } from "../policies/running.ts";
import { type Expert, expertFor, type ExpertFound, otherExpert } from "../staff/reads.ts";

export interface WhoAsks {
  readonly customer: Found | null; // null: nobody is known by this address
  readonly version: number | null;
  readonly candidate: Expert | null;
  readonly found: ExpertFound;
  readonly hours: number; // the state of the desk's closures
  /** Of the ticket, without the desk's prefix; 0 where none is taken. */
  readonly number: number;
  /** Of every document that the customer ever accepted, its id and version. */
  readonly accepted: readonly (readonly [document: string, version: string])[];
  readonly conducted: boolean; // there are cases or measures around them
  readonly hooked: boolean; // other systems are told
  readonly repeated: boolean; // an event of this id is kept already
}

type Around = Pick<WhoAsks, "version" | "hours" | "found" | "number" | "accepted" | "conducted" | "hooked" | "repeated"> & { s_id: string | null; s_name: string | null; limited: boolean };

const texts = { id: around("p.id = $3::uuid", "$3::uuid"), email: around("p.email = $3", "(select id from people where desk = troth_desk() and email = $3)") };

function around(person: string, id: string): string {
  return `select v.version, (select hours from desks where desk = troth_desk()) as hours, s.found, s.id as s_id, s.name as s_name, p.*, case when $4::boolean then next_ticket_number() else 0 end as number,
      exists (select from staff where desk = troth_desk() and capacity is not null) as limited, exists (select from endpoints where desk = troth_desk() and stopped_at is null) as hooked,
      exists (select from events where desk = troth_desk() and id = $5) as repeated,
      exists (select from conduct_cases c where c.desk = troth_desk() and c.person = p.id)
        or exists (select from measures m where m.desk = troth_desk() and m.ended_at is null and m.person = p.id)
        or exists (select from measures m where m.desk = troth_desk() and m.ended_at is null and m.organisation = p.organisation) as conducted,
      (select coalesce(jsonb_agg(distinct jsonb_build_array(a.document, a.version)), '[]') from
        (select document, version from acceptances where desk = troth_desk() and person = p.id union all
         select document, version from acceptances where desk = troth_desk() and organisation = p.organisation) a) as accepted
    from (values (1)) one (one)
    left join (${IN_FORCE.replaceAll("$1", "$1::double precision")}) v on true
    left join (${expertFor("$2", "$1", "null", id)}) s on true
    left join (${JOINED} and ${person}) p on true`;
}

/** At `at` (epoch ms), about `topic` if it is known. A number that is taken is not given back: a sequence leaves gaps where something fails. */
export async function whoAsks(tx: Tx, asker: Asker, at: number, topic: string | null, takeNumber: boolean, event: string): Promise<WhoAsks> {
  const [sql, who] = "id" in asker ? [texts.id, asker.id] : [texts.email, asker.email.toLowerCase()];
  const [row] = await tx.query<Around & Joined>(sql, [at, topic, who, takeNumber, event]);
  if (!row) throw new Error("one row was asked for");
  const { version, hours, number, found: why, s_id, s_name, limited, accepted, conducted, hooked, repeated, ...person } = row;
  const customer = person.id === null ? null : found(person);
  // Where somebody takes only so many at once, it is asked again when those who choose at the same time have chosen.
  const chosen = takeNumber && limited ? await otherExpert(tx, topic, at, null, customer?.person.id ?? null) : { found: why, expert: s_id === null ? null : { id: s_id, name: s_name ?? "" } };
  return { version, hours, number, found: chosen.found, candidate: chosen.expert, customer, accepted, conducted, hooked, repeated };
}
