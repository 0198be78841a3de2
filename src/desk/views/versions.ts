// The versions of a desk's policy with what became of each: when it held, or will; who was told of it, and whether the mails came.
import type { PoliciesRow, PolicyNewsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { peopleLeft } from "../people/with-account.ts";
import { IN_FORCE } from "../policies/running.ts";

type Row = Pick<PoliciesRow, "version" | "label" | "effective" | "takes_effect" | "activated_at" | "activated_by" | "withdrawn_at" | "withdrawn_by" | "withdrawn_why" | "replaced_by">;

export interface Told {
  readonly news: PolicyNewsRow;
  readonly people: number;
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  /** People who are still to be looked at. */
  readonly left: number;
}
export interface Version extends Row {
  readonly state: "in-force" | "coming" | "past" | "withdrawn";
  /** Until when it held or will hold, epoch ms; null where nothing takes its place. */
  readonly until: number | null;
}

/** All of them, the newest first. */
export async function versionsOf(tx: Tx, now: number): Promise<Version[]> {
  const [rows, [force]] = await Promise.all([
    tx.query<Row>(
      "select version, label, effective, takes_effect, activated_at, activated_by, withdrawn_at, withdrawn_by, withdrawn_why, replaced_by from policies where desk = troth_desk() order by version desc",
    ),
    tx.query<{ version: number }>(IN_FORCE, [now]),
  ]);
  return rows.map((row) => {
    const later = rows.filter((r) => r.version > row.version && r.withdrawn_at === null).map((r) => Math.max(r.takes_effect, r.activated_at));
    const state = row.withdrawn_at !== null ? "withdrawn" : row.version === force?.version ? "in-force" : row.takes_effect > now ? "coming" : "past";
    return { ...row, state, until: later.length && row.withdrawn_at === null ? Math.min(...later) : null };
  });
}

export interface Coming {
  readonly version: number;
  readonly effective: string; // "YYYY-MM-DD"
  readonly takesEffect: number; // epoch ms
}

/** The next version that was announced and has not taken effect; null where there is none. */
export async function comingVersion(tx: Tx, now: number): Promise<Coming | null> {
  const [row] = await tx.query<Pick<Row, "version" | "effective" | "takes_effect">>(
    `select p.version, p.effective, p.takes_effect from policies p join policy_news n on n.desk = p.desk and n.version = p.version and n.kind = 'announced'
     where p.desk = troth_desk() and p.takes_effect > at_ms($1) and p.withdrawn_at is null order by p.takes_effect limit 1`,
    [now],
  );
  return row ? { version: row.version, effective: row.effective, takesEffect: row.takes_effect } : null;
}

/** The version that a version took, takes or would have taken the place of; null for the first. */
export async function versionBefore(tx: Tx, versions: readonly Version[], version: number): Promise<number | null> {
  const [news] = await tx.query<{ was: number | null }>("select was from policy_news where desk = troth_desk() and version = $1 and was is not null limit 1", [version]);
  return news?.was ?? versions.find((v) => v.version < version && v.withdrawn_at === null)?.version ?? null;
}

/** What was told of each version, announced or withdrawn. */
export async function toldOf(tx: Tx): Promise<Told[]> {
  const [news, mails] = await Promise.all([
    tx.query<PolicyNewsRow>("select * from policy_news where desk = troth_desk() and kind <> 'effective' order by version, made_at"),
    tx.query<{ version: number; kind: string; people: number; sent: number; failed: number; waiting: number }>(
      `select t.version, t.kind, count(*)::int as people, count(*) filter (where o.done_at is not null)::int as sent,
         count(*) filter (where o.given_up_at is not null)::int as failed, count(*) filter (where o.id is not null and o.done_at is null and o.given_up_at is null)::int as waiting
       from policy_told t left join outbox o on o.desk = t.desk and o.id = t.outbox where t.desk = troth_desk() group by 1, 2`,
    ),
  ]);
  return Promise.all(
    news.map(async (row) => {
      const { people, sent, failed, waiting } = mails.find((m) => m.version === row.version && m.kind === row.kind) ?? { people: 0, sent: 0, failed: 0, waiting: 0 };
      return { news: row, people, sent, failed, waiting, left: row.kind === "announced" && row.done_at === null ? await peopleLeft(tx, row.after) : 0 };
    }),
  );
}

/** The text of one version, as it was activated; null where there is none. */
export async function textOfVersion(tx: Tx, version: number): Promise<string | null> {
  const [row] = await tx.query<{ text: string }>("select text from policies where desk = troth_desk() and version = $1", [version]);
  return row?.text ?? null;
}
