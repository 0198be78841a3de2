// What is to be told of a version, as rows of work: begun, taken further person by person, ended.
import type { PolicyNewsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export interface NewsBegins {
  readonly desk: string;
  readonly version: number;
  readonly kind: "announced" | "withdrawn" | "effective";
  readonly was: number | null; // the version that holds until then
  readonly at: number; // when it is to begin
  readonly now: number;
  readonly by: string;
  readonly promise?: { readonly clause: string; readonly due: number } | null;
  readonly late?: string | null;
  readonly done?: boolean; // there is nobody to tell any more
}

export async function beginNews(tx: Tx, n: NewsBegins): Promise<void> {
  await tx.run(
    `insert into policy_news (desk, version, kind, was, made_at, made_by, clause, announce_by, late_why, at, done_at)
     values ($1, $2, $3, $4, at_ms($5), $6, $7, at_ms($8), $9, at_ms($10), at_ms($11))`,
    [n.desk, n.version, n.kind, n.was, n.now, n.by, n.promise?.clause ?? null, n.promise?.due ?? null, n.late ?? null, n.at, n.done ? n.now : null],
  );
}

/** As the owner: what is due, of all desks, the longest due first. Nothing is held: whoever takes it further locks it. */
export function dueNews(tx: Tx, now: number, most: number): Promise<Pick<PolicyNewsRow, "desk" | "version" | "kind">[]> {
  return tx.query("select desk, version, kind from policy_news where done_at is null and at <= at_ms($1) order by at limit $2", [now, most]);
}

/** The row, locked until the transaction ends; null where another has it, or it is not due any more. */
export async function lockNews(tx: Tx, version: number, kind: string, now: number): Promise<PolicyNewsRow | null> {
  const [row] = await tx.query<PolicyNewsRow>("select * from policy_news where desk = troth_desk() and version = $1 and kind = $2 and done_at is null and at <= at_ms($3) for update skip locked", [
    version,
    kind,
    now,
  ]);
  return row ?? null;
}

/** Some people further: the next of it is due at `at`; null: that was all. */
export async function newsFurther(
  tx: Tx,
  row: PolicyNewsRow,
  did: { readonly after: string | null; readonly told: number; readonly unreachable?: number; readonly keptBack?: number; readonly missed?: number },
  next: number | null,
  now: number,
): Promise<void> {
  await tx.run(
    `update policy_news set after = coalesce($3, after), told = told + $4, unreachable = unreachable + $5, kept_back = kept_back + $6, missed = missed + $7,
       at = coalesce(at_ms($8), at), done_at = case when $8::double precision is null then at_ms($9) end
     where desk = troth_desk() and version = $1 and kind = $2`,
    [row.version, row.kind, did.after, did.told, did.unreachable ?? 0, did.keptBack ?? 0, did.missed ?? 0, next, now],
  );
}

/** Ends what is still to be told of a version; whoever had to be told is not any more. */
export async function endNews(tx: Tx, desk: string, version: number, now: number): Promise<void> {
  await tx.run("update policy_news set done_at = at_ms($3) where desk = $1 and version = $2 and done_at is null", [desk, version, now]);
}

export interface ToldPerson {
  readonly person: string;
  readonly outbox: string;
}

/** The next people who were told of a version, with their mails. */
export function nextTold(tx: Tx, version: number, after: string | null, most: number): Promise<ToldPerson[]> {
  return tx.query<ToldPerson>(
    "select person, outbox from policy_told where desk = troth_desk() and version = $1 and kind = 'announced' and ($2::uuid is null or person > $2) order by person limit $3",
    [version, after, most],
  );
}

/** Takes back a mail that has not begun to leave; false where it has, or never will. */
export async function keepBack(tx: Tx, outbox: string): Promise<boolean> {
  return (await tx.run("delete from outbox where desk = troth_desk() and id = $1 and done_at is null and began_at is null and given_up_at is null", [outbox])) === 1;
}

/** Whether the mail was given up: who should have had it never did. */
export async function neverCame(tx: Tx, outbox: string): Promise<boolean> {
  return (await tx.query("select 1 from outbox where desk = troth_desk() and id = $1 and given_up_at is not null", [outbox])).length > 0;
}

/** Whether another version that is still to come at `now` takes the place of this one. */
export async function isReplaced(tx: Tx, version: number, now: number): Promise<boolean> {
  const sql =
    "select 1 from policies p join policies n on n.desk = p.desk and n.version = p.replaced_by where p.desk = troth_desk() and p.version = $1 and n.takes_effect > at_ms($2) and n.withdrawn_at is null";
  return (await tx.query(sql, [version, now])).length > 0;
}
