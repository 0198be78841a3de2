// Facts that Troth itself supplies; a policy names its own values for some (topic, level). LANGUAGE, built-in facts.
import type { Fact, FactKind, Moment, Source, Subject } from "./model.ts";

type Row = readonly [name: string, kind: FactKind, source: Source, known: Moment, of: Subject, values?: readonly string[], unknown?: boolean];
const ROWS: readonly Row[] = [
  ["topic", "one-of", "customer", "opened", "ticket", [], true], // the agent's finding where there is one, else the customer's choice
  ["severity", "ranked", "customer", "opened", "ticket", [], true], // as claimed
  ["channel", "one-of", "door", "opened", "ticket", ["mail", "portal", "widget", "phone", "chat", "form", "api"]],
  ["language", "one-of", "door", "opened", "ticket", ["en", "fr", "it", "ro", "other"]],
  ["identified", "yes-no", "door", "preview", "ticket"], // the sender is known to the desk
  ["mail-authenticated", "one-of", "door", "opened", "ticket", ["pass", "fail", "none"], true], // the domain in From stands behind this mail, denies it, or nobody can tell; unknown where no mail came
  ["cause", "one-of", "agent", "finding", "ticket", ["ours", "theirs", "unclear"], true],
  ["outcome", "one-of", "agent", "finding", "ticket", ["solved", "unresolved"], true],
  ["solution-given", "yes-no", "history", "opened", "ticket"], // an answer was given that can be the solution, or comes with the closing
  ["closing", "one-of", "history", "opened", "ticket", ["not-asked", "asked", "agreed", "refused", "silent"]], // what the customer says to its closing
  ["parts", "count", "agent", "finding", "ticket", undefined, true],
  ["complete", "yes-no", "computed", "opened", "ticket"],
  ["duplicate", "one-of", "computed", "opened", "ticket", ["none", "same-person", "same-customer"]],
  ["waiting-on", "one-of", "history", "opened", "ticket", ["desk", "customer", "third-party"]],
  ["asked", "one-of", "history", "opened", "ticket", ["nothing", "question", "checklist", "consent", "closing"]], // of the customer, and not yet answered
  ["expert", "one-of", "desk", "opened", "ticket", ["found", "nobody-on-duty", "nobody-trained", "nobody-with-room"]], // whether somebody could be named when it was opened, or has it
  ["level", "ranked", "history", "opened", "ticket", []],
  ["age", "duration", "clock", "opened", "ticket"],
  ["idle", "duration", "clock", "opened", "ticket"],
  ["closed-for", "duration", "clock", "opened", "ticket", undefined, true], // since it was closed; unknown of one that is open
  ["answers", "count", "history", "answered", "ticket"],
  ["open-tickets", "count", "history", "preview", "customer"],
  ["oldest-open", "duration", "history", "preview", "customer"],
  ["maintenance", "yes-no", "desk", "preview", "desk"],
  ["announcing", "one-of", "desk", "preview", "desk", ["none", "maintenance", "closure", "release", "policy"]], // what the desk tells everybody just now
  ["standing", "one-of", "human", "preview", "customer", ["good", "warned", "restricted", "ended"]],
  ["session", "one-of", "history", "booking", "booking", ["none", "booked", "held", "cancelled"]],
  ["notice", "duration", "clock", "booking", "booking"], // time left until the booking starts
  ["places", "count", "history", "booking", "booking"],
  ["attendance", "one-of", "agent", "session", "booking", ["present", "absent", "silent"], true],
  ["silence", "duration", "agent", "session", "booking"],
];
const PATTERNS: readonly Row[] = [
  ["opened-in.", "yes-no", "clock", "opened", "ticket"],
  ["now-in.", "yes-no", "clock", "preview", "desk"],
  ["worked.", "duration", "history", "worked", "ticket"],
  ["count.", "count", "history", "preview", "customer"],
  ["left.", "duration", "history", "preview", "customer"],
  ["ends-in.", "duration", "record", "preview", "customer", undefined, true], // until what the record says of that fact ends; unknown where it has no end
  ["accepted.", "yes-no", "record", "preview", "customer"],
  ["reachable.", "yes-no", "record", "preview", "person"],
  ["staffed.", "yes-no", "desk", "preview", "desk"],
  ["trained.", "yes-no", "desk", "preview", "agent"],
  ["ruling.", "one-of", "human", "preview", "ticket", ["undecided", "granted", "declined"], true],
  ["promise.", "one-of", "history", "opened", "ticket", ["none", "running", "kept", "broken", "withdrawn"]],
  ["late-by.", "duration", "history", "promise-ended", "promise"],
  ["share.", "percent", "history", "period-end", "desk", undefined, true],
];

/** The built-in fact of that name, or null. Pattern facts (`now-in.office`) are made on demand. */
export function builtInFact(name: string): Fact | null {
  const row = ROWS.find((r) => r[0] === name) ?? PATTERNS.find((r) => name.startsWith(r[0]) && name.length > r[0].length);
  if (!row) return null;
  const [, kind, source, known, of, values, unknown] = row;
  return {
    name,
    kind,
    source,
    known,
    of,
    values: values ?? [],
    unknown: unknown ?? false,
    asOf: "now",
    options: {},
    builtIn: true,
    shown: source === "human" || of === "desk" || of === "agent" ? "staff" : "customer",
  };
}

/** Every built-in name, patterns with their dot, for suggestions and the documentation. */
export const BUILT_IN_NAMES: readonly string[] = [...ROWS, ...PATTERNS].map((r) => r[0]);
