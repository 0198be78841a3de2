// What happened to a ticket, in order; a customer sees what was theirs to see.
import { CLOSING_ENDS } from "../../policy/index.ts";
import type { EventRow } from "./ticket-rows.ts";
import { instantIso } from "./instant-iso.ts";

export interface TimelineEntry {
  readonly id: string;
  readonly kind: string;
  readonly by: { readonly kind: EventRow["by_kind"]; readonly id: string | null; readonly name: string };
  readonly at: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const FOR_CUSTOMERS: Readonly<Record<string, readonly string[]>> = {
  // kinds, and of their detail these fields
  ask: [],
  message: [],
  answer: [],
  close: ["outcome"],
  "closing-asked": ["outcome"],
  "closing-silent": [],
  "agree-closing": ["channel"],
  "refuse-closing": ["channel"],
  "withdraw-closing": [],
  reopen: [],
  "tell-time": [],
  status: ["status"],
  consent: ["accepts", "channel"],
  decline: ["channel"],
  claim: ["claims"],
  ruling: ["clause", "state", "reason"],
  join: ["into"],
  joined: ["from"],
  unjoin: ["from"],
  unjoined: ["from"],
  checklist: ["items"],
  tick: ["items", "state"],
  split: ["parts"],
  part: ["from"],
  unsplit: ["parts"],
};

/** An event of the clock that does something of its own says what. */
function kindOf(e: EventRow, asked: ReadonlySet<string>): string {
  if (asked.has(e.id)) return "closing-asked";
  const about = e.kind === "timer" ? String(e.detail["about"] ?? "") : "";
  if (about === CLOSING_ENDS) return "closing-silent";
  return about === "hand-over"
    ? "handed-over"
    : about.startsWith("hours/")
      ? "hours-changed"
      : about === "record"
        ? "record-changed"
        : about.startsWith("conduct/begun/") || about.startsWith("conduct/lifted/")
          ? "standing"
          : e.detail["report"] === true
            ? "conduct-reported"
            : e.kind;
}

/** What belongs to a case of conduct: only who may read the case is told that it happened. */
const ofCase = (e: EventRow): boolean => e.kind.startsWith("conduct-") || e.detail["report"] === true || (e.kind === "timer" && String(e.detail["about"] ?? "").startsWith("conduct/"));

/** The entries, oldest first; `asked` are the events by which the customer was asked about the closing. Ids of events can hold addresses of mails, so a customer gets their own numbering. */
export function timeline(events: readonly EventRow[], inside: boolean, cases = false, asked: ReadonlySet<string> = new Set()): TimelineEntry[] {
  return events.flatMap((e, i) => {
    const kind = kindOf(e, asked);
    const fields = FOR_CUSTOMERS[kind] ?? FOR_CUSTOMERS[e.kind];
    if ((!inside && !fields) || (!cases && ofCase(e))) return [];
    const detail = inside ? { ...e.detail, ...(e.to_name !== null && { toName: e.to_name }) } : Object.fromEntries((fields ?? []).filter((f) => f in e.detail).map((f) => [f, e.detail[f]]));
    return [{ id: inside ? e.id : String(i), kind, by: { kind: e.by_kind, id: e.by_id, name: e.by_name ?? "" }, at: instantIso(e.at), detail }];
  });
}
