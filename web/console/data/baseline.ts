// What the writer had before their eyes when they began: against it one sees what others changed meanwhile.
import type { Ticket } from "../../shared/shapes.ts";

const kept = new Map<string, Ticket>();
const own = new Set<string>();

/** The ticket as the writer knows it; the one given where none is kept. After a change of their own the newer one counts. */
export function baseline(number: string, current: Ticket): Ticket {
  const before = kept.get(number);
  if (before && before.revision < current.revision && own.delete(number)) {
    const heard = whatChanged(before, current, "").filter((change) => change.what === "message");
    if (heard.length === 0) kept.set(number, current);
  }
  if (!kept.has(number)) kept.set(number, current);
  return kept.get(number) ?? current;
}

/** The writer has seen this state. */
export function seen(current: Ticket): void {
  kept.set(current.number, current);
}

export function forget(number: string): void {
  kept.delete(number);
}

export function noteOwnChange(number: string): void {
  own.add(number);
}

export type Changed =
  | { readonly what: "message"; readonly kind: "message" | "answer" | "note"; readonly name: string; readonly text: string }
  | { readonly what: "assignee"; readonly name: string | null }
  | { readonly what: "status"; readonly status: Ticket["status"] }
  | { readonly what: "findings" };

/** What others changed between two states of a ticket; `me` is the reader's id, whose own messages do not count. */
export function whatChanged(before: Ticket, after: Ticket, me: string): Changed[] {
  if (before.revision === after.revision) return [];
  const known = new Set(before.messages.map((each) => each.id));
  const changes: Changed[] = [];
  for (const each of after.messages) {
    if (known.has(each.id) || each.kind === "automatic" || (me !== "" && each.author.id === me)) continue;
    changes.push({ what: "message", kind: each.kind, name: each.author.name, text: each.text.slice(0, 160) });
  }
  if ((before.assignee?.id ?? null) !== (after.assignee?.id ?? null) && after.assignee?.id !== me) changes.push({ what: "assignee", name: after.assignee?.name ?? null });
  if (before.status !== after.status) changes.push({ what: "status", status: after.status });
  if (JSON.stringify(before.findings) !== JSON.stringify(after.findings)) changes.push({ what: "findings" });
  return changes;
}
