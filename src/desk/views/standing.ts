// What stands of a customer: since when, who set it and from where, until when, and what it lets them do under the policy. Also as it was known before.
import { type CustomerRecord, decide, endsIn, type Fact, factValue, type Policy, standingAt, type Term, termAt, type Value } from "../../policy/index.ts";
import { recordFacts } from "../facts-of.ts";
import { type RecordChange, recordHistory } from "../organisations/record.ts";
import { Problem } from "../problem.ts";
import { factChoices, factLabel, factText } from "./fact-text.ts";
import { instantIso } from "./instant-iso.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";
import { clauseWords } from "./shown-reason.ts";
import { sentence } from "../../words/phrase.ts";

const MOST = 200; // states of one record that are read
const MINUTE = 60_000;
const SHOWN = 50; // changes that are listed

interface Set {
  readonly since: string;
  readonly by: string;
  readonly door: string;
}

/** As it was known at `knownAt` and stood then; now, where nothing is said. Throws not-found. */
export async function standingView(look: Look, organisation: string, knownAt?: number) {
  const [{ policy }, [known]] = await Promise.all([
    policyNow(look),
    look.tx.query<{ name: string; zone: string | null }>("select name, zone from organisations where desk = troth_desk() and id = $1", [organisation]),
  ]);
  if (!known) throw new Problem("not-found", sentence("refused.no-organisation"));
  const at = knownAt ?? look.house.now();
  const zone = known.zone ?? policy.desk.zone;
  const states = await recordHistory(look.tx, organisation, knownAt ?? at + MINUTE, MOST); // changes of one millisecond are kept one after the other
  const record: CustomerRecord = states[0] ?? { attributes: {}, terms: {} };
  const reader = readerOf(look, policy);
  const { lang, base } = reader;
  const held = standingAt(policy, record, at, zone);
  const facts = { identified: true, ...recordFacts(policy, held), ...endsIn(record, at, zone) };
  const { reasons } = decide(policy, { moment: "preview", at, openedAt: at, facts, zone });
  const text = (fact: string, value: unknown): string => factText(policy, fact, value as Value | undefined, lang);
  const lets = (fact: string) =>
    reasons
      .filter((r) => r.facts.includes(fact) || r.facts.includes(`ends-in.${fact}`))
      .flatMap((r) => policy.clauses.filter((c) => c.id === r.clause))
      .map((clause) => clauseWords(policy, clause, lang, base));
  return {
    id: organisation,
    name: known.name,
    at: instantIso(at),
    facts: ofRecord(policy).map((fact) => {
      const terms = record.terms[fact.name] ?? [];
      const term = termAt(terms, at, zone);
      const value = (held[fact.name] ?? null) as Value;
      const counted = fact.kind === "duration" || fact.kind === "money";
      return {
        fact: fact.name,
        kind: fact.kind,
        label: factLabel(policy, fact.name, lang),
        options: choicesOf(policy, fact, lang),
        value: counted ? (factValue(fact, value) ?? null) : value,
        text: value === null ? null : text(fact.name, value),
        fallback: fact.fallback === undefined ? null : text(fact.name, fact.fallback),
        begins: term?.begins ?? null,
        ends: term?.ends ?? null,
        notice: term?.notice ?? null,
        set: setBy(states, fact.name),
        terms: terms.map((t) => ({ text: text(fact.name, t.value), now: t === term, ...days(t) })),
        lets: lets(fact.name),
      };
    }),
    history: changes(states, (fact) => factLabel(policy, fact, lang), text).slice(0, SHOWN),
  };
}

/** The facts of a customer's record that another system can tell, with what each may be. */
export async function tellableFacts(look: Look) {
  const { policy } = await policyNow(look);
  const { lang } = readerOf(look, policy);
  return ofRecord(policy).map((fact) => ({ fact: fact.name, label: factLabel(policy, fact.name, lang), kind: fact.kind as string, options: choicesOf(policy, fact, lang) }));
}

const choicesOf = (policy: Policy, fact: Fact, lang: string) => factChoices(policy, fact, lang).map((c) => ({ value: c.value as string | boolean, label: c.label }));

const ofRecord = (policy: Policy): Fact[] => Object.values(policy.facts).filter((f) => f.source === "record" && !f.builtIn);
const days = (t: Term) => ({ begins: t.begins ?? null, ends: t.ends ?? null, notice: t.notice ?? null });
const who = (s: RecordChange): Set => ({ since: instantIso(s.since), by: s.by_name, door: s.door });
const said = (s: RecordChange | undefined, fact: string): readonly Term[] => s?.terms[fact] ?? (s?.attributes[fact] === undefined ? [] : [{ value: s.attributes[fact] as Term["value"] }]);
const same = (a: readonly Term[], b: readonly Term[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Who made it what it is; null where it was never set. */
function setBy(states: readonly RecordChange[], fact: string): Set | null {
  const now = said(states[0], fact);
  if (now.length === 0) return null;
  const i = states.findIndex((s) => !same(said(s, fact), now));
  const first = states[i === -1 ? states.length - 1 : i - 1];
  return first ? who(first) : null;
}

/** Each change with what it changed, the newest first. */
function changes(states: readonly RecordChange[], label: (fact: string) => string, text: (fact: string, value: unknown) => string) {
  const shown = (fact: string) => (t: Term) => ({ text: text(fact, t.value), ...days(t) });
  return states.flatMap((s, i) => {
    const before = states[i + 1];
    const facts = [...new Set([...Object.keys(s.attributes), ...Object.keys(before?.attributes ?? {}), ...Object.keys(s.terms), ...Object.keys(before?.terms ?? {})])];
    // What a day alone brought stands in the terms already; it is told by its value.
    const changed = facts.flatMap((fact) => {
      const [was, is] = [said(before, fact), said(s, fact)];
      if (!same(was, is)) return [{ fact, label: label(fact), before: was.map(shown(fact)), after: is.map(shown(fact)) }];
      const [old, now] = [before?.attributes[fact], s.attributes[fact]];
      const plain = (value: unknown) => (value === undefined ? [] : [shown(fact)({ value: value as Term["value"] })]);
      return old === now ? [] : [{ fact, label: label(fact), before: plain(old), after: plain(now) }];
    });
    return changed.length ? [{ at: instantIso(s.since), by: s.by_name, door: s.door, changed }] : [];
  });
}
