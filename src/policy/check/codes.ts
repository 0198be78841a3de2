// Every code that a finding can have: what it is called and how grave it is. Each has a page in docs/findings. SPEC 12.
import type { Severity } from "../model.ts";

export interface Code {
  readonly title: string;
  /** Its usual severity; a few findings of a code are milder. */
  readonly severity: Severity;
}

const error = (title: string): Code => ({ title, severity: "error" });
const warning = (title: string): Code => ({ title, severity: "warning" });

export const CODES: Readonly<Record<string, Code>> = {
  "E-YAML": error("the text is not YAML"),
  "E-SHAPE": error("a part has not the shape of the language"),
  "E-UNKNOWN-FACT": error("a condition on a fact that nobody declared"),
  "E-UNKNOWN-VALUE": error("a condition on a value that the fact has not"),
  "E-EMPTY-RANGE": error("a range that nothing lies in"),
  "E-UNDEFINED": error("a name that stands for nothing"),
  "E-UNSUPPLIED": error("a fact that comes from nowhere"),
  "E-DUPLICATE-ID": error("two clauses of one id"),
  "E-ORDER": error("a result read before it is made"),
  "E-MOMENT": error("a section run at a moment that it has not"),
  "E-CALENDAR": error("opening hours that are missing, overlap or never open"),
  "E-ZONE": error("no such time zone"),
  "E-WORKING-DAYS": error("working time that nobody can count"),
  "E-VAGUE": error("a value that the text leaves open"),
  "E-GAP": error("a situation that no clause answers"),
  "E-OVERLAP": error("two clauses that answer one situation differently"),
  "E-UNREACHABLE": error("a clause that never answers"),
  "E-UNPROVED": warning("a table too large to be proved"),
  "E-CONTRADICTION": error("clauses that cannot both hold"),
  "E-UNDERCUT": warning("something owed that can be taken back at will"),
  "E-NO-WAY": error("a clause that nothing leads to"),
  "E-UNKEEPABLE": error("a promise whose time passes while nobody is there"),
  "E-UNSTAFFED": error("a channel offered when nobody is there"),
  "E-TOO-LATE": error("a notice that comes too late to act on"),
  "E-WARN": error("a warning that comes before its promise begins"),
  "E-IDLE": warning("a part of a clause that nothing comes of"),
  "E-TRANSLATION": error("words missing in a language"),
  "E-SLOT": error("a slot that the rule has not"),
  "E-PLURAL": error("a plural without a branch that the language needs"),
  "E-BARE-NUMBER": error("a number that no rule knows"),
  "E-UNIT": error("words that count in another unit than the rule"),
  "E-DIFFERS": error("languages that lead to different addresses"),
  "E-DECISION": error("a decision that points nowhere"),
  "E-STALE": error("a decision that settles nothing"),
};

/** Where a code is explained, from the project's root. */
export const pageOf = (code: string): string => `docs/findings/${code}.md`;
