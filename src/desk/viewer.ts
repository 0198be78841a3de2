// Who reads, and which tickets they may see. Every view asks this one file; what a viewer may not see is as if it were not there.
export const SCOPES = ["tickets:read", "tickets:write", "customers:read", "customers:write", "mails:write", "conduct:read", "admin"] as const;
export type Scope = (typeof SCOPES)[number];
export type Role = "admin" | "lead" | "agent";

export interface StaffViewer {
  readonly kind: "staff";
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly holds: readonly string[]; // roles of the policy
  readonly language: string;
}
export interface PersonViewer {
  readonly kind: "person";
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string | null;
  readonly sees: "own" | "office";
  readonly language: string | null;
}
export interface KeyViewer {
  readonly kind: "key";
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly language?: string;
}
export type Viewer = StaffViewer | PersonViewer | KeyViewer;

/** True for those who work at the desk: staff, and programs with a key. */
export const isInside = (viewer: Viewer): viewer is StaffViewer | KeyViewer => viewer.kind !== "person";

export interface Rights {
  readonly sql: string;
  readonly params: readonly string[];
}

/** The condition on `t` (tickets) that leaves what the viewer may see; its parameters are numbered from `from`. */
export function rightsOn(viewer: Viewer, from: number): Rights {
  if (viewer.kind !== "person") return { sql: "true", params: [] };
  if (viewer.sees === "own" || viewer.organisation === null) return { sql: `t.requester = $${from}::uuid`, params: [viewer.id] };
  return { sql: `(t.requester = $${from}::uuid or t.organisation = $${from + 1}::uuid)`, params: [viewer.id, viewer.organisation] };
}

/** The same for a ticket already read. */
export function maySee(viewer: Viewer, ticket: { readonly requester: string; readonly organisation: string | null }): boolean {
  if (viewer.kind !== "person" || ticket.requester === viewer.id) return true;
  return viewer.sees === "office" && viewer.organisation !== null && ticket.organisation === viewer.organisation;
}
