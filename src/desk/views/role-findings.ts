// What does not fit together between the roles that the policy in force names and those who hold them. Pure.
import type { StaffRow } from "../../database/rows.gen.ts";
import { type Policy, rolesAsked, type RoleTask } from "../../policy/index.ts";
import { roleName } from "../../words/role-name.ts";

export interface RoleFinding {
  readonly code: "unheld" | "same-hands" | "unknown-role";
  readonly severity: "warning";
  readonly message: string;
  readonly example: string;
}

type Holder = Pick<StaffRow, "id" | "name" | "email" | "holds" | "disabled_at">;

const DOES: Readonly<Record<RoleTask, string>> = {
  decides: "decides",
  "hears-appeals": "hears appeals",
  "takes-over": "takes over what is escalated",
  "is-told": "is told",
  "looks-after": "looks after something",
};

/** Roles that nobody holds, appeals that nobody else could hear, and roles held that the policy does not have. All are warnings: leads stand in meanwhile. */
export function roleFindings(policy: Policy, staff: readonly Holder[]): RoleFinding[] {
  const able = staff.filter((s) => s.disabled_at === null);
  const holding = (role: string): readonly Holder[] => able.filter((s) => s.holds.includes(role));
  const name = (role: string): string => roleName(policy, role, "en");
  const unheld = rolesAsked(policy)
    .filter(({ role, tasks }) => tasks.length > 0 && holding(role).length === 0)
    .map(({ role, tasks, clauses }) => ({
      code: "unheld" as const,
      severity: "warning" as const,
      message: `Nobody holds the role ${role} (${name(role)}), which ${tasks.map((t) => DOES[t]).join(", ")}: leads stand in for it until an administrator gives it to somebody under Staff.`,
      example: clauses.join(", "),
    }));
  const pairs = new Set(policy.clauses.flatMap(({ ruling }) => (ruling?.appeal === undefined ? [] : [`${ruling.role} ${ruling.appeal}`])));
  const alone = [...pairs].flatMap((pair) => {
    const [role = "", appeal = ""] = pair.split(" ");
    const [only, ...others] = holding(appeal);
    return only && others.length === 0 && holding(role).some((s) => s.id === only.id)
      ? [
          {
            code: "same-hands" as const,
            severity: "warning" as const,
            message: `Only ${only.name} holds ${appeal} (${name(appeal)}), and decides as ${role} as well: what they decide is heard on appeal by a lead. Give ${appeal} to somebody else too.`,
            example: only.email,
          },
        ]
      : [];
  });
  const gone = able.flatMap((s) =>
    s.holds
      .filter((role) => !policy.roles[role])
      .map((role) => ({
        code: "unknown-role" as const,
        severity: "warning" as const,
        message: `${s.name} holds the role ${role}, which the policy in force does not have. Cases that were opened under an earlier version still go by it.`,
        example: s.email,
      })),
  );
  return [...unheld, ...alone, ...gone];
}
