// How a desk's mail fares as a whole: what an admin looks at when somebody says that no mail came.
import type { ImapAccountsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";

interface Counts {
  readonly last_in: number | null;
  readonly last_out: number | null;
  readonly waiting: number;
  readonly oldest: number | null;
  readonly sending: number;
  readonly uncertain: number;
  readonly failed: number;
  readonly kept: number;
  readonly set_aside: number;
  readonly quarantined: number;
}
interface Bounce {
  readonly address: string;
  readonly times: number;
  readonly last_at: number;
  readonly fault: string | null;
}

const DAY = 86_400_000;

/** Counts, the accounts that are read, and addresses that refused our mails, or sent them back, in the last 90 days. */
export async function mailHealth(tx: Tx, now: number) {
  const [[counts], accounts, bouncing] = await Promise.all([
    tx.query<Counts>(
      `select (select max(at) from inbound_mails where desk = troth_desk()) as last_in, max(o.done_at) as last_out,
         count(*) filter (where s = 'waiting')::int as waiting, min(o.made_at) filter (where s = 'waiting') as oldest, count(*) filter (where s = 'sending')::int as sending,
         count(*) filter (where s = 'uncertain')::int as uncertain, count(*) filter (where s = 'failed' and (o.settled_at is null or o.given_up_at > o.settled_at))::int as failed,
         (select count(*)::int from inbound_mails where desk = troth_desk() and state = 'kept') as kept, (select count(*)::int from inbound_mails where desk = troth_desk() and state = 'set-aside') as set_aside,
         (select count(*)::int from inbound_mails where desk = troth_desk() and state = 'quarantined') as quarantined
       from outbox o, outbox_state(o, at_ms($1)) s where o.desk = troth_desk() and o.kind = 'mail'`,
      [now],
    ),
    tx.query<ImapAccountsRow>("select * from imap_accounts where desk = troth_desk() order by account"),
    tx.query<Bounce>(
      `select address, count(*)::int as times, max(at) as last_at, (array_agg(fault order by at desc))[1] as fault from (
         select lower(payload->'to'->>'address') as address, given_up_at as at, fault from outbox where desk = troth_desk() and kind = 'mail' and done_at is null and given_up_at > at_ms($1)
         union all select email, bounced_at, bounced_why from people p where desk = troth_desk() and bounced_at > at_ms($1)
           and not exists (select 1 from outbox o where o.desk = p.desk and o.given_up_at = p.bounced_at and lower(o.payload->'to'->>'address') = p.email)) refused
       group by address order by last_at desc limit 100`,
      [now - 90 * DAY],
    ),
  ]);
  if (!counts) throw new Error("a count gives a row");
  return {
    lastInAt: instantIsoOrNull(counts.last_in),
    lastOutAt: instantIsoOrNull(counts.last_out),
    queue: { waiting: counts.waiting, sending: counts.sending, oldestAt: instantIsoOrNull(counts.oldest), uncertain: counts.uncertain, failed: counts.failed },
    inbound: { kept: counts.kept, setAside: counts.set_aside, quarantined: counts.quarantined },
    accounts: accounts.map((a) => ({ account: a.account, lookedAt: instantIsoOrNull(a.connected_at), mailAt: instantIsoOrNull(a.mail_at), fault: a.fault, faultAt: instantIsoOrNull(a.fault_at) })),
    bouncing: bouncing.map((b) => ({ address: b.address, times: b.times, lastAt: instantIso(b.last_at), fault: b.fault })),
  };
}
