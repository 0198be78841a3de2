// The ledger: every promise with its clause, version, times and pauses; and its sums as charts show them.
import type { PromisesRow } from "../../database/rows.gen.ts";
import { dateIn, type Policy } from "../../policy/index.ts";
import { calendarDateText } from "../../words/instant.ts";
import { named, phrase } from "../../words/phrase.ts";
import { policyVersion } from "../policies/running.ts";
import { type Between, type By, runningSum, sumsBy } from "../promises/sums.ts";
import { allStaff } from "../staff/sign-in.ts";
import { pageFrom, readCursor } from "./cursor.ts";
import { readsCases } from "./conduct-cases.ts";
import { factText } from "./fact-text.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { pausesOf } from "./promise-steps.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";
import { shielded } from "./shielded.ts";
import { clauseOf } from "./shown-reason.ts";

const DAY = 86_400_000;

export interface LedgerQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly state?: string | undefined;
  readonly clause?: string | undefined;
  readonly kind?: string | undefined;
  readonly expert?: string | undefined;
  readonly topic?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
type LedgerRow = PromisesRow & { number: string; expert_name: string | null; assignee: string | null; topic_now: string | null };

/** A page, the newest promise first. `from` and `to` are instants (ISO 8601) between which it was made; an agent gets their own. */
export async function ledgerPage(look: Look, wanted: LedgerQuery) {
  const after = readCursor(wanted.cursor, ["id"]);
  const mine = look.viewer.kind === "staff" && look.viewer.role === "agent" ? look.viewer.id : (wanted.expert ?? null);
  const params: unknown[] = [];
  const conditions = ["p.desk = troth_desk()"];
  // Only what is asked for stands in the statement: with all of it there, each page read every promise that was ever made.
  const where = (value: unknown, condition: (param: string) => string): void => {
    if (value !== undefined && value !== null) conditions.push(condition(`$${params.push(value)}`));
  };
  where(after?.[0], (id) => `p.id < ${id}::uuid`);
  where(wanted.state, (state) => `p.state = ${state}`);
  where(wanted.clause, (clause) => `p.clause = ${clause}`);
  where(wanted.kind, (kind) => `p.kind = ${kind}`);
  where(mine, (expert) => `coalesce(p.expert, t.assignee) = ${expert}::uuid`);
  where(wanted.topic, (topic) => `coalesce(p.topic, t.findings->>'topic', t.claims->>'topic') = ${topic}`);
  where(wanted.from && Date.parse(wanted.from), (from) => `p.made_at >= at_ms(${from})`);
  where(wanted.to && Date.parse(wanted.to), (to) => `p.made_at < at_ms(${to})`);
  if (!readsCases(look.viewer)) conditions.push("p.subject <> 'conduct'");
  const rows = await look.tx.query<LedgerRow>(
    `select p.*, t.number, t.assignee, (select s.name from staff s where s.desk = p.desk and s.id = coalesce(p.expert, t.assignee)) as expert_name,
       coalesce(p.topic, t.findings->>'topic', t.claims->>'topic') as topic_now
     from promises p join tickets t on t.desk = p.desk and t.id = p.ticket
     where ${conditions.join(" and ")} order by p.id desc limit ${Math.trunc(wanted.limit) + 1}`, // in the text, as in queue.ts
    params,
  );
  return pageFrom(rows, wanted.limit, entryOf, (row) => [row.id]);
}

const entryOf = (p: LedgerRow) => ({
  id: p.id,
  ticket: p.number,
  kind: p.kind,
  subject: p.subject,
  clause: p.clause,
  policyVersion: p.policy,
  strength: p.strength as "must",
  state: p.state as "kept",
  made: instantIso(p.made_at),
  starts: instantIso(p.starts),
  due: instantIsoOrNull(p.due),
  goal: instantIsoOrNull(p.goal),
  calendar: p.calendar,
  endedAt: instantIsoOrNull(p.ended_at),
  metAt: instantIsoOrNull(p.met_at),
  pauses: pausesOf(p),
  goalMet: p.state !== "kept" || p.goal === null || p.ended_at === null ? null : p.ended_at <= p.goal,
  expert: p.expert_name,
  topic: p.topic_now,
});
export type LedgerEntry = ReturnType<typeof entryOf>;

/** Sums by one thing in the weeks from the Monday of `from` to that of `to` (dates; the last thirteen weeks where they are not given). `published`: as strangers may read them. */
export async function ledgerSums(look: Look, by: By, span: Partial<Between>, published = false) {
  const { policy } = await policyNow(look);
  const now = look.house.now();
  const today = dateIn(now, policy.desk.zone);
  const to = later(monday(span.to ?? today), 7);
  const from = monday(span.from ?? later(to, -13 * 7));
  const [sums, live] = await Promise.all([sumsBy(look.tx, by, { from, to }), runningSum(look.tx, now)]);
  const { lang } = readerOf(look, policy);
  const labels = await labelsOf(look, policy, by, lang);
  const told = published ? await forEverybody(look, policy, by, sums) : sums;
  const rows = (by === "week" ? everyWeek(told, from, to) : told).map((s) => ({ ...s, label: labels(s.key) }));
  const items = published || by === "expert" ? shielded(rows) : rows.map((r) => ({ ...r, shielded: false }));
  const whole = { kept: add(told, "kept"), broken: add(told, "broken"), withdrawn: add(told, "withdrawn") };
  return { by, from, to, items, whole: published ? (shielded([whole])[0] ?? { ...whole, shielded: false }) : { ...whole, shielded: false }, live: published ? null : live };
}

const add = (sums: readonly { readonly kept: number; readonly broken: number; readonly withdrawn: number }[], of: "kept" | "broken" | "withdrawn"): number => sums.reduce((sum, s) => sum + s[of], 0);

/** Clauses for agents alone are the house's own affair; what a stranger may know is by clause, kind and week. */
async function forEverybody<T extends { readonly key: string }>(look: Look, policy: Policy, by: By, sums: readonly T[]): Promise<readonly T[]> {
  if (by !== "clause") return sums;
  const versions = await look.tx.query<{ version: number }>("select version from policies where desk = troth_desk() order by version desc limit 50");
  const policies = [policy, ...(await Promise.all(versions.map((v) => policyVersion(look.tx, look.desk, v.version)))).map((v) => v.policy)];
  return sums.filter((s) => policies.map((p) => clauseOf(p, s.key)).find((c) => c !== undefined)?.audience === "public");
}

/** What a key is called in the reader's language. */
async function labelsOf(look: Look, policy: Policy, by: By, lang: string): Promise<(key: string) => string> {
  if (by === "expert") {
    const staff = await allStaff(look.tx);
    return (key) => staff.find((s) => s.id === key)?.name ?? phrase(lang, "ledger.nobody");
  }
  return (key) => {
    if (by === "kind") return named(lang, "promise", key);
    if (by === "topic") return key === "" ? phrase(lang, "ledger.no-topic") : factText(policy, "topic", key, lang);
    if (by === "week") return calendarDateText(key, lang, true);
    const clause = clauseOf(policy, key);
    return clause ? `${named(lang, "promise", clause.key.split("/")[1] ?? clause.key)} (§ ${clause.number})` : key;
  };
}

/** A week in which nothing ended is a week too. */
function everyWeek<T extends { readonly key: string }>(sums: readonly T[], from: string, to: string) {
  const weeks: string[] = [];
  for (let week = from; week < to && weeks.length < 530; week = later(week, 7)) weeks.push(week);
  return weeks.map((key) => ({ kept: 0, broken: 0, withdrawn: 0, ...sums.find((s) => s.key === key), key }));
}

const later = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const monday = (date: string): string => later(date, -((new Date(date).getUTCDay() + 6) % 7));
