// Promises of which a customer was told another time than the clock has now: an alarm for leads.
import { named } from "../../words/phrase.ts";
import { driftedPromises } from "../promises/reads.ts";
import { PAGE } from "../promises/shown.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";

const MOST = 200;
const LATELY = 14 * 86_400_000;

/** The newest first; each until a mail or a page has told the new time, also after the promise ended. */
export async function driftsView(look: Look) {
  const since = look.house.now() - LATELY;
  const [rows, told, { policy }] = await Promise.all([driftedPromises(look.tx, MOST), toldLately(look.tx, since), policyNow(look)]);
  const { lang } = readerOf(look, policy);
  return {
    items: rows.map((p) => {
      const drift = p.drift as { at: number; told: number | null; due: number | null };
      const last = (p.told as { by: string }[]).at(-1);
      return {
        id: p.id,
        ticket: p.number,
        subject: p.ticket_subject,
        kind: p.kind,
        label: named(lang, "promise", p.kind),
        clause: p.clause,
        state: p.state as "kept",
        told: instantIsoOrNull(drift.told),
        toldBy: last?.by === PAGE ? ("page" as const) : ("mail" as const),
        due: instantIsoOrNull(drift.due),
        at: instantIso(drift.at),
        tellable: (p.state === "running" || p.state === "paused") && p.due !== null,
      };
    }),
    told: told.map((p) => ({ id: p.id, ticket: p.number, subject: p.subject, label: named(lang, "promise", p.kind), due: instantIsoOrNull(p.due), at: instantIso(p.at), by: p.by ?? "" })),
  };
}

interface ToldAnew {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly kind: string;
  readonly due: number | null; // as it was told
  readonly at: number;
  readonly by: string | null;
}

/** What somebody had told since then (epoch ms), the newest first. */
const toldLately = (tx: Look["tx"], since: number): Promise<ToldAnew[]> =>
  tx.query<ToldAnew>(
    `select p.id, t.number, t.subject, p.kind, e.at, s.name as by,
       (select (x->>'due')::double precision from jsonb_array_elements(p.told) x where (x->>'at')::double precision = extract(epoch from e.at) * 1000 limit 1) as due
     from events e join promises p on p.desk = e.desk and p.id = (e.detail->>'promise')::uuid and p.ticket = e.ticket
     join tickets t on t.desk = p.desk and t.id = p.ticket left join staff s on s.desk = e.desk and s.id::text = e.by_id
     where e.desk = troth_desk() and e.kind = 'tell-time' and e.at >= at_ms($1) order by e.at desc limit ${MOST}`,
    [since],
  );
