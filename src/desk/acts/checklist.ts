// Asking a customer to do something, item by item, and ticking what is done: the clock stands still meanwhile as the policy says, and goes on with the last item.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import type { Condition, Policy } from "../../policy/index.ts";
import { wordsOf } from "../../words/clause.ts";
import { changeIn, inOrder } from "../change.ts";
import type { Changed } from "../changed.ts";
import type { Order } from "../order.ts";
import { type Checklist, checklistsOf, openItems } from "../checklists/reads.ts";
import type { Actor, Claims, Said } from "../event.ts";
import type { House } from "../house.ts";
import { standingTicket } from "../joins/reads.ts";
import { policyVersion } from "../policies/running.ts";
import { Problem } from "../problem.ts";
import { lockTicket } from "../tickets/reads.ts";
import { sentence } from "../../words/phrase.ts";

interface Act {
  readonly id: string;
  readonly by: Actor;
  readonly ticket: string;
  readonly expect?: number;
}
/** `ask` is what a clause of the policy asks; `things` are ids of its things, in the customer's language; `items` an agent's own words. */
export interface ListWanted {
  readonly ask?: string | undefined;
  readonly things: readonly string[];
  readonly items: readonly string[];
  readonly words: string;
}

/** Asks for it: one mail with numbered items. Throws invalid-input, not-allowed on a closed ticket, not-found, changed-meanwhile. */
export function askFor(house: House, desk: string, act: Act, wanted: ListWanted): Promise<Changed> {
  return inOrder(house, desk, async (tx, order) => {
    const ticket = await lockTicket(tx, await standingTicket(tx, act.ticket));
    if (!ticket) throw new Problem("not-found");
    if (ticket.status === "closed") throw new Problem("not-allowed", sentence("refused.open-first"));
    const { policy } = await policyVersion(tx, desk, ticket.policy);
    const clause = wanted.ask === undefined ? undefined : policy.clauses.find((c) => c.section === "asks" && c.outcome["ask"] === wanted.ask);
    if (wanted.ask !== undefined && !clause) throw new Problem("invalid-input", sentence("refused.no-such-ask"), [{ at: "ask", message: "none of the policy's asks" }]);
    const missing = wanted.things.filter((id) => !policy.things[id]);
    if (missing.length)
      throw new Problem(
        "invalid-input",
        sentence("refused.no-such-thing"),
        missing.map((id) => ({ at: "things", message: id })),
      );
    const texts = [...wanted.things.map((id) => wordsOf(policy, policy.things[id]!.name, ticket.language)), ...wanted.items];
    if (texts.length === 0) throw new Problem("invalid-input", sentence("refused.nothing-asked"), [{ at: "items", message: "at least one" }]);
    const before = openItems(await checklistsOf(tx, ticket.id)).reduce((most, item) => Math.max(most, item.n), 0);
    const at = house.now();
    const items = texts.map((text, i) => ({ id: newId(at), n: before + i + 1, text }));
    const findings = clause ? foundBy(clause.when, policy) : {};
    return changeIn(tx, house, desk, { ...act, kind: "checklist", ticket: ticket.id, list: newId(at), ask: wanted.ask ?? null, findings, words: wanted.words, items }, order);
  });
}

export interface Ticked {
  readonly items: readonly string[];
  readonly state: "done" | "open" | "dropped";
  readonly channel: string;
  readonly said?: Said | undefined;
}

/** Marks items. With the last one the clock goes on. Throws not-found for an item that is not open (or, undoing, not done), not-allowed. */
export function tickItems(house: House, desk: string, act: Act, ticked: Ticked): Promise<Changed> {
  return inOrder(house, desk, async (tx, order) => tickIn(tx, house, desk, act, ticked, order));
}

/** The same in a transaction of somebody's. */
export async function tickIn(tx: Tx, house: House, desk: string, act: Act & { readonly at?: number }, { items: ids, state, channel, said }: Ticked, order: Order): Promise<Changed> {
  const ticket = await lockTicket(tx, await standingTicket(tx, act.ticket));
  if (!ticket) throw new Problem("not-found");
  const lists = await checklistsOf(tx, ticket.id);
  const live = lists.filter((list) => list.ended_at === null);
  const items = live.flatMap((list) => list.items).filter((item) => ids.includes(item.id) && (item.state === "open") === (state !== "open"));
  if (ids.length === 0 || items.length !== new Set(ids).size) throw new Problem("not-found", sentence("refused.no-item"));
  const completes = state !== "open" && openItems(lists).length === items.length;
  const findings = completes ? takenBack(live, ticket.findings as Claims) : {};
  // Files that come without a word are read beside what they are for.
  const words = said && { ...said, text: said.text.trim() || items.map((item) => `${item.n}. ${item.text}`).join("\n") };
  return changeIn(
    tx,
    house,
    desk,
    { ...act, kind: "tick", ticket: ticket.id, items: items.map(({ id, n, text }) => ({ id, n, text })), state, channel, completes, findings, ...(words && { said: words }) },
    order,
  );
}

/** What is found true by asking: each fact that a person finds and that the clause wants to have one value. */
function foundBy(when: Condition, policy: Policy): Claims {
  if (when.is === "all") return Object.assign({}, ...when.of.map((part) => foundBy(part, policy))) as Claims;
  if (when.is !== "in" || when.values.length !== 1 || policy.facts[when.fact]?.source !== "agent") return {};
  return { [when.fact]: when.values[0] ?? null };
}

/** Once all is done nothing of it is needed any more: a yes becomes a no, as long as nobody has found something else since. */
function takenBack(lists: readonly Checklist[], now: Claims): Claims {
  const found = Object.assign({}, ...lists.map((list) => list.findings as object)) as Claims;
  return Object.fromEntries(Object.entries(found).flatMap(([fact, value]) => (value === true && now[fact] === true ? [[fact, false]] : [])));
}
