// Windows of announced maintenance: made and called off by staff; the clocks whose clause says so stand still in them.
import { newId } from "../../database/new-id.ts";
import type { MaintenanceRow } from "../../database/rows.gen.ts";
import type { Tx, Write } from "../../database/tx.ts";

/** Instants in epoch ms, half-open. */
export interface Window {
  readonly id: string;
  readonly starts: number;
  readonly ends: number;
}

/** Windows that are not over at `at`, the next first. */
export const windowsFrom = (tx: Tx, at: number): Promise<Window[]> =>
  tx.query<Window>("select id, starts, ends from maintenance where desk = troth_desk() and called_off_at is null and ends > at_ms($1) order by starts", [at]);

export const allWindows = (tx: Tx): Promise<MaintenanceRow[]> => tx.query<MaintenanceRow>("select * from maintenance where desk = troth_desk() order by starts desc limit 200");

export async function windowById(tx: Tx, id: string): Promise<MaintenanceRow> {
  const [row] = await tx.query<MaintenanceRow>("select * from maintenance where desk = troth_desk() and id = $1", [id]);
  if (!row) throw new Error(`there is no window ${id}`);
  return row;
}

/** The timers of a ticket for the beginning and the end of windows: at each the policy is asked anew. */
export const windowTimers = (desk: string, ticket: string, windows: readonly Window[], at: number): Write[] => {
  const rows = windows
    .flatMap(({ id, starts, ends }) => [...(starts > at ? [{ id, edge: "from", at: starts }] : []), { id, edge: "to", at: ends }])
    .map((edge) => ({ desk, ticket, key: `maintenance:${edge.id}:${edge.edge}`, at: edge.at, moment: "timer", about: `maintenance/${edge.id}`, claimed_until: null, tries: 0 }));
  return rows.length ? [{ table: "timers", rows, conflict: { columns: ["desk", "ticket", "key"], update: ["at"] } }] : [];
};

/** Announces a window; every ticket to which something is promised gets its timers. Its id. */
export async function announce(
  tx: Tx,
  window: { readonly starts: number; readonly ends: number; readonly words: string; readonly by: string; readonly promised: { readonly clause: string; readonly due: number } | null },
  at: number,
): Promise<string> {
  const id = newId(at);
  await tx.run("select change_hours()"); // no ticket is being decided without this window from here on
  await tx.run(
    "insert into maintenance (desk, id, starts, ends, words, announced_at, announced_by, clause, announce_by) values (troth_desk(), $1, at_ms($2), at_ms($3), $4, at_ms($5), $6, $7, at_ms($8))",
    [id, window.starts, window.ends, window.words, at, window.by, window.promised?.clause ?? null, window.promised?.due ?? null],
  );
  for (const [edge, due] of [
    ["from", Math.max(at, window.starts)],
    ["to", window.ends],
  ] as const)
    await ringAll(tx, id, edge, due);
  return id;
}

/** Calls a window off, or ends one that runs: its timers go, and clocks that stand still are asked at once. False where there is none to end. */
export async function callOff(tx: Tx, id: string, at: number): Promise<boolean> {
  await tx.run("select change_hours()");
  if ((await tx.run("update maintenance set called_off_at = at_ms($2) where desk = troth_desk() and id = $1 and called_off_at is null and ends > at_ms($2)", [id, at])) !== 1) return false;
  await tx.run("delete from timers where desk = troth_desk() and about = $1", [`maintenance/${id}`]);
  await ringAll(tx, id, "to", at);
  return true;
}

const ringAll = (tx: Tx, id: string, edge: "from" | "to", at: number): Promise<number> =>
  tx.run(
    `insert into timers (desk, ticket, key, at, moment, about)
   select distinct p.desk, p.ticket, $1::text, at_ms($2), 'timer', $3::text from promises p where p.desk = troth_desk() and p.state in ('running', 'paused')
   on conflict (desk, ticket, key) do update set at = excluded.at`,
    [`maintenance:${id}:${edge}`, at, `maintenance/${id}`],
  );
