// Imports as rows: made, taken by a worker, brought further, listed.
import { cleanJson } from "../../database/clean-text.ts";
import type { ImportsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** How long a worker holds one, in ms; each batch holds it anew. */
const LEASE = 60_000;
/** So many faults are kept by name; the rest is counted. */
export const MOST_FAULTS = 1_000;
/** So many new or changed rows are shown before they go in. */
export const MOST_SAMPLE = 200;

/** A row that stays outside. */
export interface RowFault {
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
}

export interface NewImport {
  readonly id: string;
  readonly name: string;
  readonly sha: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: number;
}

export async function makeImport(tx: Tx, desk: string, i: NewImport): Promise<void> {
  await tx.run("insert into imports (desk, id, name, sha, state, by_id, by_name, made_at) values ($1, $2, $3, $4, 'checking', $5, $6, at_ms($7))", [
    desk,
    i.id,
    i.name,
    i.sha,
    i.by.id,
    i.by.name,
    i.at,
  ]);
}

/** Lets a table that was looked at go in; false where it is not waiting for that. */
export async function startImport(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.run("update imports set state = 'running', done = 0, fresh = 0, changed = 0, same = 0, sample = '[]', claimed_until = null where desk = troth_desk() and id = $1 and state = 'checked'", [
      id,
    ])) === 1
  );
}

/** Lets go of one that did not go in; false where there is none, or it goes in already. */
export async function dropImport(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run("delete from imports where desk = troth_desk() and id = $1 and state in ('checking', 'checked', 'unreadable')", [id])) === 1;
}

export async function importOf(tx: Tx, id: string): Promise<ImportsRow | null> {
  const [row] = await tx.query<ImportsRow>("select * from imports where desk = troth_desk() and id = $1", [id]);
  return row ?? null;
}

export const importsOf = (tx: Tx): Promise<ImportsRow[]> => tx.query<ImportsRow>("select * from imports where desk = troth_desk() order by made_at desc, id desc limit 50");

/** The next that waits, of all desks; held for a while. As the owner; several never get the same. */
export async function claimImport(tx: Tx, now: number): Promise<ImportsRow | null> {
  const [row] = await tx.query<ImportsRow>(
    `update imports i set claimed_until = at_ms($1 + $2::double precision)
     from (select desk, id from imports where state in ('checking', 'running') and (claimed_until is null or claimed_until <= at_ms($1)) order by made_at limit 1 for update skip locked) c
     where i.desk = c.desk and i.id = c.id returning i.*`,
    [now, LEASE],
  );
  return row ?? null;
}

/** What reading the file told. */
export async function noteRead(
  tx: Tx,
  id: string,
  of: { readonly encoding: string; readonly separator: string; readonly total: number; readonly faults: readonly RowFault[]; readonly failed: number },
): Promise<void> {
  await tx.run("update imports set encoding = $2, separator = $3, total = $4, failed = $5, faults = $6 where desk = troth_desk() and id = $1", [
    id,
    of.encoding,
    of.separator,
    of.total,
    of.failed,
    cleanJson(of.faults.slice(0, MOST_FAULTS)),
  ]);
}

export interface Step {
  readonly from: number;
  readonly rows: number;
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly sample: readonly object[];
  readonly now: number;
}

/** Some rows further; false where another worker went on from there already, whose work then counts. */
export async function noteStep(tx: Tx, id: string, s: Step): Promise<boolean> {
  const n = await tx.run(
    `update imports set done = done + $3, fresh = fresh + $4, changed = changed + $5, same = same + $6,
       sample = case when jsonb_array_length(sample) < $8 then sample || $7::jsonb else sample end, claimed_until = at_ms($9 + $10::double precision)
     where desk = troth_desk() and id = $1 and done = $2 and state in ('checking', 'running')`,
    [id, s.from, s.rows, s.fresh, s.changed, s.same, cleanJson(s.sample), MOST_SAMPLE, s.now, LEASE],
  );
  return n === 1;
}

export async function endImport(tx: Tx, id: string, state: "checked" | "done" | "unreadable", at: number, fault: string | null): Promise<void> {
  await tx.run("update imports set state = $2, ended_at = at_ms($3), fault = $4, claimed_until = null where desk = troth_desk() and id = $1", [id, state, at, fault]);
}
