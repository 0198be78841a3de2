// Who has a ticket open just now, and whether they write. In memory, of this process: it is a courtesy, the revision is the guard.
export interface Presence {
  readonly id: string;
  readonly name: string;
  readonly doing: "reading" | "writing";
}
interface Seen extends Presence {
  until: number;
}

const LASTS = 45_000; // ms; whoever is still there says so again before that

export function presence(tell: (desk: string, ticket: string, who: readonly Presence[]) => void) {
  const tickets = new Map<string, Map<string, Seen>>();
  const keyOf = (desk: string, ticket: string): string => `${desk} ${ticket}`;
  const list = (seen: ReadonlyMap<string, Seen> | undefined): Presence[] => [...(seen?.values() ?? [])].map(({ id, name, doing }) => ({ id, name, doing }));
  const sweep = setInterval(() => {
    const now = performance.now();
    for (const [key, seen] of tickets) {
      const gone = [...seen.values()].filter((each) => each.until < now);
      for (const each of gone) seen.delete(each.id);
      if (seen.size === 0) tickets.delete(key);
      const [desk = "", ticket = ""] = key.split(" ");
      if (gone.length) tell(desk, ticket, list(seen));
    }
  }, 10_000).unref();
  return {
    /** Somebody begins, changes or leaves; watchers hear of it only if something changed. */
    say(desk: string, ticket: string, who: { readonly id: string; readonly name: string }, doing: Presence["doing"] | "gone"): void {
      const key = keyOf(desk, ticket);
      const seen = tickets.get(key) ?? new Map<string, Seen>();
      const before = seen.get(who.id)?.doing;
      if (doing === "gone") seen.delete(who.id);
      else seen.set(who.id, { id: who.id, name: who.name, doing, until: performance.now() + LASTS });
      if (seen.size > 0) tickets.set(key, seen);
      else tickets.delete(key);
      if ((before ?? "gone") !== doing) tell(desk, ticket, list(seen));
    },
    /** Everybody on the ticket, whoever asks included. */
    on: (desk: string, ticket: string): Presence[] => list(tickets.get(keyOf(desk, ticket))),
    close: (): void => clearInterval(sweep),
  };
}
