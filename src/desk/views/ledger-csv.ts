// The ledger as CSV (RFC 4180): one promise a line, streamed, so that a million of them need no memory.
import { Readable } from "node:stream";
import { type LedgerEntry, ledgerPage, type LedgerQuery } from "./ledger.ts";
import { csvCell } from "./csv-cell.ts";
import type { Look } from "./reader-of.ts";

const COLUMNS = [
  "ticket",
  "kind",
  "clause",
  "policy_version",
  "strength",
  "state",
  "made",
  "starts",
  "due",
  "goal",
  "ended",
  "met_late",
  "goal_met",
  "pauses",
  "paused_minutes",
  "expert",
  "topic",
] as const;
const PAGE = 1000;

/** `reading` opens a transaction for each thousand lines. */
export function ledgerCsv(reading: <T>(view: (look: Look) => Promise<T>) => Promise<T>, wanted: LedgerQuery): Readable {
  return Readable.from(lines(reading, wanted));
}

async function* lines(reading: <T>(view: (look: Look) => Promise<T>) => Promise<T>, wanted: LedgerQuery): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")}\r\n`;
  let cursor: string | undefined;
  do {
    const page = await reading((look) => ledgerPage(look, { ...wanted, limit: PAGE, ...(cursor !== undefined && { cursor }) }));
    yield page.items.map((e) => `${cells(e).map(csvCell).join(",")}\r\n`).join("");
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

function cells(e: LedgerEntry): (string | number | boolean | null)[] {
  const paused = e.pauses.reduce((sum, p) => sum + (p.to === null ? 0 : Date.parse(p.to) - Date.parse(p.from)), 0);
  const pauses = e.pauses.map((p) => `${p.reason} ${p.from}/${p.to ?? ""}`).join("; ");
  return [e.ticket, e.kind, e.clause, e.policyVersion, e.strength, e.state, e.made, e.starts, e.due, e.goal, e.endedAt, e.metAt, e.goalMet, pauses, Math.round(paused / 60_000), e.expert, e.topic];
}
