// Everybody who works at the desk, and the roles of its policy that they can hold.
import type { StaffRow } from "../../database/rows.gen.ts";
import { rolesAsked } from "../../policy/index.ts";
import { roleName } from "../../words/role-name.ts";
import { allStaff } from "../staff/sign-in.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";

export const staffShown = (s: StaffRow) => ({
  id: s.id,
  name: s.name,
  email: s.email,
  role: s.role as "agent",
  language: s.language,
  present: s.present,
  trained: s.trained,
  holds: s.holds,
  capacity: s.capacity,
  disabled: s.disabled_at !== null,
});

/** The roles in the words of the policy in force, in the viewer's language, in the order in which it declares them. */
export async function staffList(look: Look) {
  const [staff, { policy }] = await Promise.all([allStaff(look.tx), policyNow(look)]);
  const { lang } = readerOf(look, policy);
  const held = new Set(staff.flatMap((s) => (s.disabled_at === null ? s.holds : [])));
  return {
    items: staff.map(staffShown),
    roles: rolesAsked(policy).map(({ role, tasks }) => ({ id: role, name: roleName(policy, role, lang), tasks: [...tasks], held: held.has(role) })),
  };
}
