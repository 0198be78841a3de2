// Names that only the whole policy can tell: clauses won over, answers led to, facts made of a name, facts that nothing supplies. SPEC 3.
import { builtInFact } from "../built-in-facts.ts";
import { finding, nearest } from "../finding.ts";
import type { Clause, Fact, Finding, Policy } from "../model.ts";

export function checkNamesKnown(policy: Policy): Finding[] {
  const readers = new Map<string, Clause>();
  for (const c of policy.clauses) for (const name of c.reads) if (!readers.has(name)) readers.set(name, c);
  return [
    ...policy.clauses.flatMap((c) => [...losers(policy, c), ...acts(policy, c), ...draws(policy, c)]),
    ...[...readers].flatMap(([name, reader]) => {
      const fact = policy.facts[name.replace(/^was\./, "")] ?? policy.facts[name];
      return fact ? [...nameInFact(policy, fact.name, reader), ...unsupplied(policy, fact, reader)] : [];
    }),
  ];
}

const undefinedName = (clause: Clause, rests: string, message: string, mend?: string): Finding =>
  finding({ code: "E-UNDEFINED", at: clause.id, clauses: [clause.id], rests, message, place: clause.place, ...(mend && { mend }) });

function losers(policy: Policy, clause: Clause): Finding[] {
  const table = policy.tables[`${clause.section}/${clause.key}`] ?? [];
  return clause.over
    .filter((id) => id === clause.id || !table.some((c) => c.id === id))
    .map((id) => {
      const near = nearest(
        id,
        table.filter((c) => c !== clause).map((c) => c.id),
      );
      return undefinedName(clause, `over ${id}`, `${clause.id} is to win over "${id}", and its table has no such clause.`, near ? `Did you mean ${near}?` : "Only clauses of one table meet.");
    });
}

function acts(policy: Policy, clause: Clause): Finding[] {
  if (clause.section !== "notices" || !Array.isArray(clause.outcome["act"])) return [];
  return (clause.outcome["act"] as readonly string[])
    .filter((act) => !policy.tables[`bookings/${act}`])
    .map((act) => undefinedName(clause, `act ${act}`, `${clause.id} says that its reader can still ${act}, and no clause under bookings answers that.`));
}

function draws(policy: Policy, clause: Clause): Finding[] {
  const { charge } = clause.outcome as { charge?: { draws?: string } | string };
  const from = typeof charge === "object" ? charge.draws : undefined;
  if (from === undefined || policy.tables[`allowances/${from}`]) return [];
  const near = nearest(
    from,
    policy.clauses.filter((c) => c.section === "allowances").map((c) => c.key),
  );
  return [
    undefinedName(
      clause,
      `draws ${from}`,
      `${clause.id} draws from "${from}", and no clause under allowances says what that is.`,
      near ? `Did you mean ${near}?` : "Say under allowances what is included; nothing, where it is only sold.",
    ),
  ];
}

/** What the part after the dot must name, for built-in facts that are made of a name. */
const AFTER_DOT: Readonly<Record<string, { what: string; known: (policy: Policy) => readonly string[] }>> = {
  "now-in.": { what: "calendar", known: (p) => Object.keys(p.calendars) },
  "opened-in.": { what: "calendar", known: (p) => Object.keys(p.calendars) },
  "accepted.": { what: "document", known: (p) => Object.keys(p.documents) },
  "ruling.": { what: "clause with `may`", known: (p) => p.clauses.filter((c) => c.ruling).map((c) => c.id) },
  "promise.": { what: "promise", known: promised },
  "late-by.": { what: "promise", known: promised },
  "share.": { what: "promise", known: promised },
  "left.": { what: "allowance", known: (p) => p.clauses.filter((c) => c.section === "allowances").map((c) => c.key) },
  "trained.": { what: "topic", known: (p) => p.facts["topic"]?.values ?? [] },
  "ends-in.": {
    what: "fact of the record",
    known: (p) =>
      Object.values(p.facts)
        .filter((f) => f.source === "record" && !f.builtIn)
        .map((f) => f.name),
  },
  "reachable.": { what: "channel", known: channels },
  "staffed.": { what: "channel", known: channels },
};

function promised(policy: Policy): readonly string[] {
  return policy.clauses.filter((c) => c.section === "promises").map((c) => String(c.outcome["promise"]));
}

function channels(policy: Policy): readonly string[] {
  return [...policy.clauses.filter((c) => c.section === "channels").map((c) => c.key), ...(policy.facts["channel"] ?? builtInFact("channel"))!.values, "sms"];
}

function nameInFact(policy: Policy, name: string, reader: Clause): Finding[] {
  const prefix = Object.keys(AFTER_DOT).find((p) => name.startsWith(p));
  if (!prefix || !policy.facts[name]?.builtIn) return [];
  const { what, known } = AFTER_DOT[prefix]!;
  const rest = name.slice(prefix.length);
  const all = known(policy);
  if (all.includes(rest)) return [];
  const near = nearest(rest, all);
  return [undefinedName(reader, `fact ${name}`, `${reader.id} reads ${name}, and the policy has no ${what} called ${rest}.`, near ? `Did you mean ${prefix}${near}?` : undefined)];
}

/** A fact that is read must come from somewhere: a record, a question, an agent, Troth itself, or a table. SPEC 3.3. */
function unsupplied(policy: Policy, fact: Fact, reader: Clause): Finding[] {
  if (builtInFact(fact.name) || policy.clauses.some((c) => c.section === "classify" && c.key === fact.name)) return [];
  if (fact.builtIn || fact.source === "record" || fact.source === "agent" || fact.counts) return [];
  if (fact.source === "customer" && (fact.ask || fact.fallback !== undefined || asked(policy, fact.name))) return [];
  const why =
    fact.source === "customer"
      ? "no question asks the customer for it"
      : fact.source === "policy"
        ? "no clause under classify sets it"
        : `Troth knows no such fact of its own (its source is ${fact.source})`;
  return [
    finding({
      code: "E-UNSUPPLIED",
      at: fact.name,
      clauses: [reader.id],
      place: fact.place,
      message: `Nothing supplies the fact ${fact.name}, which ${reader.id} reads: ${why}.`,
      mend: fact.source === "customer" ? "Give it `ask`." : "Write where it comes from: `source: record`, `customer` with `ask`, or `agent`; or count the past with `count`.",
    }),
  ];
}

function asked(policy: Policy, fact: string): boolean {
  return policy.clauses.some((c) => c.section === "asks" && Array.isArray(c.outcome["facts"]) && c.outcome["facts"].includes(fact));
}
