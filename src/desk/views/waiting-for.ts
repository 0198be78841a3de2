// What waits for somebody who holds a role: cases of conduct and appeals that they may decide, and requests on which a clause left a decision to it.
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Asked } from "../conduct/open-case.ts";

/** So many of each are named one by one. */
const NAMED = 20;

export interface Waiting {
  /** Of a case no more than that it waits. `until`: by when it is to be decided, epoch ms. */
  readonly cases: readonly { readonly id: string; readonly decides: "case" | "appeal"; readonly until: number | null }[];
  readonly requests: readonly { readonly number: string; readonly subject: string; readonly customer: string }[];
  readonly more: number; // that are not named
}

/** What any of these roles has `staff` decide now, the oldest first. Nobody hears an appeal against what they decided themselves. */
export async function waitingFor(tx: Tx, staff: string, roles: readonly string[]): Promise<Waiting> {
  const open = await tx.query<ConductCasesRow>(
    `select c.* from conduct_cases c where c.desk = troth_desk() and (c.state = 'open' or (c.appealed_at is not null and c.appeal_at is null and c.lifted_at is null)) order by c.opened_at, c.id`,
  );
  const cases = open.flatMap((c): Waiting["cases"][number][] => {
    const asked = c.asked as readonly Asked[];
    if (c.state === "open") return asked.some((a) => roles.includes(a.role)) ? [{ id: c.id, decides: "case", until: c.lapses_at }] : [];
    const hears = asked.find((a) => a.clause === c.clause)?.appeal;
    return hears !== undefined && roles.includes(hears) && c.decided_by !== staff ? [{ id: c.id, decides: "appeal", until: c.appeal_due }] : [];
  });
  const requests = await tx.query<Waiting["requests"][number] & { of: number }>(
    `select t.number, t.subject, p.name as customer, (count(*) over ())::int as of from tickets t join people p on p.desk = t.desk and p.id = t.requester
     where t.desk = troth_desk() and t.status <> 'closed' and t.joined_into is null
       and exists (select 1 from rulings r where r.desk = t.desk and r.ticket = t.id and r.state = 'undecided' and r.role = any ($1::text[]))
     order by t.opened_at, t.id limit ${NAMED}`,
    [roles],
  );
  const named = cases.slice(0, NAMED);
  return {
    cases: named,
    requests: requests.map(({ number, subject, customer }) => ({ number, subject, customer })),
    more: cases.length - named.length + Math.max(0, (requests[0]?.of ?? 0) - requests.length),
  };
}
