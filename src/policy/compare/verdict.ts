// Whether a change is better or worse for the customer, where it can be said: sooner due, a lower price, accepted in place of refused, owed in place of aimed at.
import type { Clause, Duration, Money, Policy } from "../model.ts";
import { weekCells } from "../time/cells.ts";
import type { By } from "./answers.ts";
import { compareTerms } from "./compare-terms.ts";
import { isNothing } from "./treatment.ts";

export type Verdict = "better" | "worse" | "different";
/** Why: what was compared. */
export type Because =
  | "accepted"
  | "refused"
  | "price"
  | "free"
  | "charged"
  | "time-included"
  | "due"
  | "goal"
  | "owed"
  | "promised"
  | "not-promised"
  | "offered"
  | "not-offered"
  | "allowance"
  | "burden"
  | "milder"
  | "harsher"
  | "remedy"
  | "queue"
  | "closure"
  | "hours"
  | "document"
  | "tax"
  | "several"
  | "other";

export interface Judged {
  readonly verdict: Verdict;
  readonly because: Because;
}
/** -1: the new one is worse, 1: better, 0: the same, null: it cannot be said. */
type Sign = -1 | 0 | 1 | null;

interface Told extends By {
  readonly policy: Policy;
}
const DIFFERENT: Judged = { verdict: "different", because: "other" };

export function judge(old: Told, next: Told): Judged {
  if (old.how === "asks" || next.how === "asks") return DIFFERENT;
  if (old.how !== next.how && (old.how === "refused" || next.how === "refused")) return next.how === "refused" ? { verdict: "worse", because: "refused" } : { verdict: "better", because: "accepted" };
  const clauses = [old.clause, next.clause].map((c) => (c && !isNothing(c) ? c : null)) as [Clause | null, Clause | null];
  const section = (clauses[0] ?? clauses[1])?.section;
  if (!section) return DIFFERENT;
  if (!clauses[0] || !clauses[1]) return appeared(clauses[1] ?? clauses[0]!, clauses[1] !== null);
  return both(section, { ...old, clause: clauses[0] }, { ...next, clause: clauses[1] });
}

const said = (sign: Sign, because: Because, worse: Because = because): Judged =>
  sign === null ? DIFFERENT : sign > 0 ? { verdict: "better", because } : sign < 0 ? { verdict: "worse", because: worse } : DIFFERENT;
const flip = (sign: Sign): Sign => (sign === null ? null : (-sign as Sign));

const READERS = ["requester", "customer", "expert", "subscribers"];

/** Something where there was nothing, or the other way about. */
function appeared(clause: Clause, now: boolean): Judged {
  const sign: Sign = now ? 1 : -1;
  switch (clause.section) {
    case "scope":
    case "entitlement":
      return DIFFERENT;
    case "channels":
    case "offers":
      return clause.outcome["offered"] === false ? DIFFERENT : said(sign, "offered", "not-offered");
    case "promises":
      return said(sign, "promised", "not-promised");
    case "allowances":
      return said(sign, "allowance");
    case "remedies":
      return said(sign, "remedy");
    case "charges":
      return said(flip(sign), "free", "charged");
    case "conditions":
    case "asks":
      return said(flip(sign), "burden");
    case "conduct":
      return said(flip(sign), "milder", "harsher");
    case "notices":
      return READERS.includes(String(clause.outcome["to"])) ? said(sign, "promised", "not-promised") : DIFFERENT;
    default:
      return DIFFERENT;
  }
}

const RANKS: Readonly<Record<string, readonly string[]>> = {
  scope: ["out", "examine", "in"],
  entitlement: ["refused", "granted"],
  conduct: ["ending", "restriction", "slow-down", "warning", "open-case"],
};

function both(section: Clause["section"], old: Told & { clause: Clause }, next: Told & { clause: Clause }): Judged {
  const [a, b] = [old.clause.outcome, next.clause.outcome];
  const rank = RANKS[section];
  if (rank) {
    const by = a[section] === b[section] ? 0 : (Math.sign(rank.indexOf(String(b[section])) - rank.indexOf(String(a[section]))) as Sign);
    return section === "conduct" ? said(by, "milder", "harsher") : said(by, "accepted", "refused");
  }
  if (section !== "promises" && old.clause.strength === next.clause.strength && others(a, b, []) === 0) return beside(old, next);
  if (section === "channels") return said(order(Number(a["offered"]), Number(b["offered"])), "offered", "not-offered");
  if (section === "charges") return price(a["charge"], b["charge"]);
  if (section === "promises")
    return several([
      [compareTerms(old, next, "must"), "due"],
      [compareTerms(old, next, "goal"), "goal"],
      [compareTerms(old, next, "every"), "due"],
      [order(bond(old.clause), bond(next.clause)), "owed"],
      [others(a, b, ["must", "goal", "every", "calendar", "ends", "late-arrival", "share", "names-expert"]), "other"],
    ]);
  if (section === "allowances") return others(a, b, ["quantity"]) === 0 ? said(amounts(a["quantity"], b["quantity"]), "allowance") : DIFFERENT;
  if (section === "remedies" && others(a, b, ["percent", "amount"]) === 0)
    return several([
      [amounts(a["percent"], b["percent"]), "remedy"],
      [amounts(a["amount"], b["amount"]), "remedy"],
    ]);
  if (section === "queue" && others(a, b, ["rank"]) === 0) return said(flip(amounts(a["rank"], b["rank"])), "queue");
  if (section === "bookings" && [a["answer"], b["answer"]].includes("free")) return said(b["answer"] === "free" ? 1 : -1, "milder", "harsher");
  if (section === "closure" && a["closure"] === "close" && others(a, b, ["after"]) === 0) return said(amounts(a["after"], b["after"]), "closure");
  return others(a, b, []) === 0 ? said(order(bond(old.clause), bond(next.clause)), "owed") : DIFFERENT;
}

/** The clause says the same, and what it names is another: its hours, the text to accept, the taxes. */
function beside(old: Told & { clause: Clause }, next: Told & { clause: Clause }): Judged {
  const [x, y] = [old, next].map(({ policy, clause }) => policy.calendars[String(clause.outcome["calendar"])]);
  if (old.clause.section === "charges") return { verdict: "different", because: "tax" };
  if (!x || !y) return { verdict: "different", because: old.clause.outcome["accept"] === undefined ? "other" : "document" };
  if (x.undecided !== undefined || y.undecided !== undefined || old.clause.outcome["offered"] === false) return { verdict: "different", because: "hours" };
  const cells = weekCells(
    [
      { ...x, id: "old" },
      { ...y, id: "new" },
    ],
    Number(next.policy.effective.slice(0, 4)),
  );
  const [more, less] = [cells.some(({ open }) => open["new"] && !open["old"]), cells.some(({ open }) => open["old"] && !open["new"])];
  return { verdict: more === less ? "different" : more ? "better" : "worse", because: "hours" };
}

const bond = (c: Clause): number => (c.strength === "goal" ? 0 : 1);
const order = (a: number, b: number): Sign => Math.sign(b - a) as Sign;

/** 0 where the other fields agree, null where one does not. */
function others(a: Clause["outcome"], b: Clause["outcome"], fields: readonly string[]): Sign {
  const rest = (o: Clause["outcome"]): string =>
    JSON.stringify(
      Object.entries(o)
        .filter(([k]) => !fields.includes(k))
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return rest(a) === rest(b) ? 0 : null;
}

/** Numbers, money of one currency, lengths of one unit. */
function amounts(a: unknown, b: unknown): Sign {
  if (a === undefined && b === undefined) return 0;
  if (typeof a === "number" && typeof b === "number") return order(a, b);
  const [x, y] = [a, b] as [Partial<Money & Duration> | undefined, Partial<Money & Duration> | undefined];
  if (x?.cents !== undefined && y?.cents !== undefined && x.currency === y.currency) return order(x.cents, y.cents);
  return x?.amount !== undefined && y?.amount !== undefined && x.unit === y.unit ? order(x.amount, y.amount) : null;
}

function price(a: unknown, b: unknown): Judged {
  if (a === "none" || b === "none") return a === b ? DIFFERENT : said(b === "none" ? 1 : -1, "free", "charged");
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return DIFFERENT;
  const [x, y] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  return several([
    [flip(amounts(x["price"], y["price"])), "price"],
    [amounts(x["includes"], y["includes"]), "time-included"],
    [flip(amounts(x["floor"], y["floor"])), "price"],
    [others(x, y, ["price", "includes", "floor"]), "other"],
  ]);
}

/** Several things compared at once: better where none is worse. */
function several(parts: readonly (readonly [Sign, Because])[]): Judged {
  const changed = parts.filter(([sign]) => sign !== 0);
  const signs = new Set(changed.map(([sign]) => sign));
  if (signs.has(null) || signs.size !== 1) return signs.size > 1 && !signs.has(null) ? { verdict: "different", because: "several" } : DIFFERENT;
  return said(changed[0]![0], changed[0]![1]);
}
