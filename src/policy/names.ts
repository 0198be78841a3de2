// Every name that a clause uses must stand for something: calendars, parties, roles, documents, things, promises.
import { type FindingParts, nearest } from "./finding.ts";
import type { Calendar, Document, Fact, Named, Outcome } from "./model.ts";
import type { RawClause, RawPolicy } from "./policy-shape.ts";
import type { Path } from "./read.ts";

/** Reports a fault at a path of the written text. */
export type Fault = (parts: Omit<FindingParts, "place">, path: Path) => void;

/** All that clauses can name. */
export interface Names {
  readonly facts: Record<string, Fact>;
  readonly calendars: Record<string, Calendar>;
  readonly documents: Record<string, Document>;
  readonly parties: Record<string, Named>;
  readonly roles: Record<string, Named>;
  readonly things: Record<string, Named>;
}

type Group = "calendars" | "parties" | "roles" | "documents" | "things";
/** Fields of outcomes that name something, and the groups in which it may stand. */
const FIELDS: Readonly<Record<string, readonly Group[]>> = {
  calendar: ["calendars"],
  refer: ["parties"],
  accept: ["documents"],
  mend: ["things", "parties"],
  thing: ["things"],
  escalate: ["roles"],
  who: ["roles"],
};
const ANYONE = ["requester", "expert", "customer", "subscribers", "author", "none"];

/** Says each name that stands for nothing, with the field that holds it. */
export function checkNames(clause: RawClause, outcome: Outcome, names: Names, raw: RawPolicy, fault: (message: string, field: string) => void): void {
  const missing = (id: string, groups: readonly Group[], field: string): void => {
    if (groups.some((g) => names[g][id])) return;
    const near = nearest(
      id,
      groups.flatMap((g) => Object.keys(names[g])),
    );
    fault(`"${id}" stands for nothing: the policy has no such name under ${groups.join(" or ")}.${near ? ` Did you mean ${near}?` : ""}`, field);
  };
  for (const [field, groups] of Object.entries(FIELDS)) {
    const value = outcome[field];
    if (typeof value === "string" && !ANYONE.includes(value)) missing(value, groups, field);
  }
  const to = outcome["to"];
  if (typeof to === "string" && !ANYONE.includes(to)) missing(to, ["roles", "parties"], "to");
  for (const id of clause.mentions ?? []) missing(id, ["things", "parties", "roles", "documents", "calendars"], "mentions");
  if (clause.may) missing(clause.may.role, ["roles"], "may");
  if (clause.may?.appeal) missing(clause.may.appeal, ["roles"], "may");
  const after = outcome["after"];
  if (typeof outcome["promise"] === "string" && typeof after === "string" && !(raw.promises ?? []).some((p) => p["promise"] === after)) {
    fault(`No clause promises "${after}", whose end should start this promise.`, "after");
  }
}
