// The checker: what is wrong with a policy before it runs, proved and not sampled, with the author's decisions laid over it. SPEC 10, 12.
import { type Compiled, compileSource, undecidedPlaces } from "../compile.ts";
import { type Finding, type Policy, SECTIONS, type Vague } from "../model.ts";
import { read, type Source } from "../read.ts";
import { checkCalendarHours } from "./calendar-hours.ts";
import { checkContradictions } from "./contradictions.ts";
import { checkIdle } from "./idle.ts";
import { checkKeepable } from "./keepable.ts";
import { layDecisions } from "./lay-decisions.ts";
import { checkMessages } from "./messages.ts";
import { checkNamesKnown } from "./names-known.ts";
import { checkNoWay } from "./no-way.ts";
import { proveTables } from "./prove.ts";
import { checkReminders } from "./reminders.ts";
import { suppress } from "./suppress.ts";
import { checkTooLate } from "./too-late.ts";
import { checkTranslations } from "./translations.ts";
import { undecidedClauses, vagueFinding } from "./vague.ts";
import { checkWarnings } from "./warnings.ts";
import { checkWorkingTime } from "./working-time.ts";

export interface Checked {
  /** Null where the text has no shape to run by. */
  readonly policy: Policy | null;
  /** In the order of the text. A settled one has `decided`; only open errors keep a policy from being activated. */
  readonly findings: readonly Finding[];
  /** Clauses that are words only: statements that prove nothing. */
  readonly wordsOnly: number;
  readonly clauses: number;
}

/** Checks a policy's text. Never throws; time and memory are bounded. */
export function check(text: string): Checked {
  return checkSource(read(text));
}

/** The same from data already read. */
export function checkSource(source: Source): Checked {
  const full = compileSource(source);
  if (!full.policy) return { policy: null, findings: full.findings.map((f) => placed(f, source)), wordsOnly: 0, clauses: 0 };
  const { policy } = full;
  const broken = brokenTables(full);
  const standing = [...findingsOf(full, policy.vague, broken), ...checkTranslations(policy), ...checkMessages(policy, undecidedClauses(policy))];
  const laid = policy.decisions.length ? layDecisions(policy.decisions, bareFindings(source, broken), standing) : layDecisions([], standing, null);
  const findings = suppress(policy, laid).map((f) => placed(f, source));
  return {
    policy,
    findings: [...findings].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0)),
    wordsOnly: policy.statements.filter((s) => s.outcome["never"] === undefined).length,
    clauses: policy.clauses.length,
  };
}

/** A finding of no clause stands where what it names does: the title, the desk, a section of the page. */
function placed(f: Finding, source: Source): Finding {
  const place = f.place ?? source.locate(f.at.split("/"));
  return place ? { ...f, place } : f;
}

/** The text without its decisions, which change no words. What they give to undecided places is left in: one missing number would hide all that follows. */
function bareFindings(source: Source, broken: ReadonlySet<string>): readonly Finding[] {
  return findingsOf(compileSource(source, { keep: () => false, gives: true, shaped: listsAreLists(source.data) }), undecidedPlaces(source), broken);
}

/**
 * Whether a text that has the shape with its decisions has it without them too. Decisions add to lists alone, and make one where the text
 * has something else; only there can they hide a fault.
 */
function listsAreLists(data: unknown): boolean {
  const text = data as Readonly<Record<string, unknown>>;
  const isList = (v: unknown): boolean => v === undefined || Array.isArray(v);
  return [...SECTIONS, "statements"].every((section) => isList(text[section]) && ((text[section] ?? []) as readonly { over?: unknown }[]).every((clause) => isList(clause?.over)));
}

const SPOILING = ["E-UNKNOWN-FACT", "E-UNKNOWN-VALUE", "E-EMPTY-RANGE", "E-ORDER", "E-MOMENT", "E-DUPLICATE-ID"];

/** Tables with a clause whose condition or moments are wrong, or still open: what a proof said of them would mislead. What a clause answers may be open. */
function brokenTables({ policy, findings }: Compiled): ReadonlySet<string> {
  const clauses = new Set([...findings.filter((f) => SPOILING.includes(f.code)).map((f) => f.at), ...(policy ? openConditions(policy.vague) : [])]);
  return new Set((policy?.clauses ?? []).filter((c) => clauses.has(c.id)).map((c) => `${c.section}/${c.key}`));
}

/** Clauses with an undecided value in their condition. */
function openConditions(vague: readonly Vague[]): string[] {
  return vague.flatMap((v) => {
    const [, clause, field] = v.path.split("/");
    return clause && (field === "when" || field === "unless") ? [clause] : [];
  });
}

function findingsOf({ policy, findings: compiled }: Compiled, vague: readonly Vague[], broken: ReadonlySet<string>): readonly Finding[] {
  if (!policy) return compiled;
  const undecided = undecidedClauses(policy);
  const open = openConditions(policy.vague); // that a value is missing there is said as such
  const findings = compiled.filter((f) => !(open.includes(f.at) && (f.code === "E-UNKNOWN-VALUE" || f.code === "E-EMPTY-RANGE")));
  return [
    ...findings,
    ...vague.map(vagueFinding),
    ...checkNamesKnown(policy),
    ...checkWorkingTime(policy),
    ...checkCalendarHours(policy),
    ...checkKeepable(policy, undecided),
    ...checkContradictions(policy, undecided),
    ...checkWarnings(policy, undecided),
    ...checkNoWay(policy),
    ...checkIdle(policy),
    ...checkTooLate(policy),
    ...checkReminders(policy),
    ...proveTables(policy, broken),
  ];
}
