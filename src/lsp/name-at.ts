// What name stands at a place of a policy's text, and where that name is declared.
import { isPair, isScalar, isSeq, parseDocument, visit } from "yaml";
import { type Policy, SECTIONS } from "../policy/index.ts";
import { LARGEST_POLICY, type Path } from "../policy/read.ts";

export type Group = "facts" | "calendars" | "documents" | "parties" | "roles" | "things";
/** A name that a text uses or declares. `value` is one of a fact's values. */
export type Name =
  | { readonly kind: "clause" | "promise"; readonly id: string }
  | { readonly kind: "fact"; readonly id: string }
  | { readonly kind: "value"; readonly id: string; readonly fact: string }
  | { readonly kind: "named"; readonly id: string; readonly groups: readonly Group[] };
export interface Found {
  readonly name: Name;
  readonly from: number; // offsets in the text
  readonly to: number;
}

const GROUPS: readonly Group[] = ["facts", "calendars", "documents", "parties", "roles", "things"];
export const LISTS: readonly string[] = [...SECTIONS, "statements"];
/** Fields that name something declared elsewhere. */
export const NAMING: Readonly<Record<string, readonly Group[]>> = {
  calendar: ["calendars"],
  refer: ["parties"],
  accept: ["documents"],
  mend: ["things", "parties"],
  thing: ["things"],
  escalate: ["roles"],
  who: ["roles"],
  role: ["roles"],
  appeal: ["roles"],
  to: ["roles", "parties"],
  leads: ["things"],
  mentions: ["things", "parties", "roles", "documents", "calendars"],
};
export const JOINTS: readonly string[] = ["any", "all", "not"];
export const BOUNDS: readonly string[] = ["under", "within", "over", "from"];

/** The name at an offset; null where there is none. Never throws. */
export function nameAt(text: string, offset: number): Found | null {
  if (text.length > LARGEST_POLICY) return null;
  let found: Found | null = null;
  try {
    visit(parseDocument(text, { prettyErrors: false }), {
      Scalar(key, node, ancestors) {
        const range = node.range;
        if (!range || offset < range[0] || offset > range[1] || node.value === null) return undefined;
        const name = nameOf(pathOf(ancestors, node), String(node.value), key === "key");
        found = name && { name, from: range[0], to: range[1] };
        return visit.BREAK;
      },
    });
  } catch {
    return null; // deeper than the parser itself can go
  }
  return found;
}

/** The steps from the top to a node; for a key the steps to its map. */
function pathOf(ancestors: readonly unknown[], node: unknown): Path {
  return ancestors.flatMap((parent, i): (string | number)[] => {
    const child = ancestors[i + 1] ?? node;
    if (isPair(parent)) return child === parent.key || !isScalar(parent.key) ? [] : [String(parent.key.value)];
    return isSeq(parent) ? [parent.items.indexOf(child)] : [];
  });
}

function nameOf(path: Path, text: string, isKey: boolean): Name | null {
  const [head, , field] = path.map(String);
  if (head === undefined) return null;
  if (head === "decisions") return ofDecision(path, text, isKey);
  if (isKey && path.length === 1 && (GROUPS as readonly string[]).includes(head)) return head === "facts" ? { kind: "fact", id: text } : { kind: "named", id: text, groups: [head as Group] };
  if (isKey && head === "facts" && path.length === 3 && field === "values") return { kind: "value", id: text, fact: String(path[1]) };
  return LISTS.includes(head) ? ofClause(path.slice(2), text, isKey) : null;
}

/** `path` begins inside the clause. */
function ofClause(path: Path, text: string, isKey: boolean): Name | null {
  const [field, ...rest] = path.map(String);
  if (field === "clause" || field === "over") return { kind: "clause", id: text };
  if (field === "when" || field === "unless" || field === "set") {
    const facts = rest.filter((step) => !JOINTS.includes(step) && !BOUNDS.includes(step) && !/^\d+$/.test(step));
    if (isKey) return JOINTS.includes(text) || BOUNDS.includes(text) ? null : { kind: "fact", id: text };
    return facts[0] === undefined ? null : { kind: "value", id: text, fact: facts[0] };
  }
  if (isKey || field === undefined) return null;
  if (field === "promise" || field === "after" || field === "never") return { kind: "promise", id: text };
  if (field === "facts") return { kind: "fact", id: text };
  const groups = NAMING[field === "may" ? (rest[0] ?? "") : field];
  return groups ? { kind: "named", id: text, groups } : null;
}

function ofDecision(path: Path, text: string, isKey: boolean): Name | null {
  const field = String(path[2]);
  if (field === "adds") return path.length > 5 ? ofClause(path.slice(5), text, isKey) : null;
  if (field === "prefers" && !isKey) return { kind: "clause", id: text };
  if (field === "settles") return { kind: "clause", id: text.split(" ")[1]?.split("/").at(-1) ?? text };
  if (field !== "gives" || !isKey) return null;
  const [group = "", id = ""] = text.split("/");
  return LISTS.includes(group)
    ? { kind: "clause", id }
    : group === "facts"
      ? { kind: "fact", id }
      : (GROUPS as readonly string[]).includes(group)
        ? { kind: "named", id, groups: [group as Group] }
        : null;
}

/** Where the name is declared: a path of the text; null where Troth itself supplies it, or nobody does. */
export function declarationOf(name: Name, data: unknown, policy: Policy | null): Path | null {
  const top = data as Record<string, unknown>;
  const declares = (group: string, id: string): boolean => typeof top[group] === "object" && top[group] !== null && Object.hasOwn(top[group], id);
  switch (name.kind) {
    case "clause":
      return clausePath(data, (c) => c["clause"] === name.id);
    case "promise":
      return clausePath(data, (c) => c["promise"] === name.id, ["promises"]);
    case "named": {
      const group = name.groups.find((g) => declares(g, name.id));
      return group ? [group, name.id] : null;
    }
    case "value":
      return declares("facts", name.fact) ? ["facts", name.fact, "values", name.id] : declarationOf({ kind: "fact", id: name.fact }, data, policy);
    case "fact": {
      const id = name.id.replace(/^was\./, "");
      if (declares("facts", id)) return ["facts", id];
      const [family, ...parts] = id.split(".");
      const rest = parts.join(".");
      if (family === "now-in" || family === "opened-in") return declares("calendars", rest) ? ["calendars", rest] : null;
      if (family === "accepted") return declares("documents", rest) ? ["documents", rest] : null;
      if (family === "ruling") return declarationOf({ kind: "clause", id: rest }, data, policy);
      if (family === "promise" || family === "late-by") return declarationOf({ kind: "promise", id: rest }, data, policy);
      const made = policy?.clauses.find((c) => c.section === id || `${c.section}.${c.key.replace(/^ticket\//, "")}` === id);
      return made ? declarationOf({ kind: "clause", id: made.id }, data, policy) : null;
    }
  }
}

/** The first clause that is meant, in the sections and in what decisions add. */
function clausePath(data: unknown, is: (clause: Record<string, unknown>) => boolean, sections: readonly string[] = LISTS): Path | null {
  const top = data as Record<string, unknown>;
  const within = (lists: unknown, before: Path): Path | null => {
    for (const section of sections) {
      const list: unknown = (lists as Record<string, unknown> | undefined)?.[section];
      const i = Array.isArray(list) ? list.findIndex((c) => typeof c === "object" && c !== null && is(c as Record<string, unknown>)) : -1;
      if (i >= 0) return [...before, section, i, "clause"];
    }
    return null;
  };
  const decisions = Array.isArray(top["decisions"]) ? (top["decisions"] as unknown[]) : [];
  return within(top, []) ?? decisions.map((d, k) => within((d as { adds?: unknown } | null)?.adds, ["decisions", k, "adds"])).find((path) => path !== null) ?? null;
}
