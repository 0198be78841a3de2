// The roles to which the policy leaves something: what each is asked, who holds it, and what happens while nobody does.
import { useMe } from "../../data/session.ts";
import type { StaffList } from "../../../shared/shapes.ts";
import { Empty } from "../../parts/empty.tsx";
import { type Say, useWords } from "../../words/words.tsx";

export function PolicyRoles({ list }: { readonly list: StaffList }) {
  const { say } = useWords();
  const admin = useMe().role === "admin";
  return (
    <section className="stack" aria-labelledby="policy-roles">
      <h2 className="heading" id="policy-roles">
        {say("staff.roles")}
      </h2>
      {list.roles.length === 0 ? (
        <Empty icon="people" title={say("staff.roles-none")}>
          <p>{say("staff.roles-none-hint")}</p>
        </Empty>
      ) : (
        <>
          <p className="quiet small">
            {say("staff.roles-intro")} {list.roles.some((role) => !role.held && role.tasks.length > 0) ? say(admin ? "staff.unheld-give" : "staff.unheld-ask") : null}
          </p>
          <ul className="card lines">
            {list.roles.map((role) => (
              <li key={role.id} className="line-row line-wrap" data-role={role.id}>
                <span className="stack-tight wrap grow">
                  <span className="strong">{role.name}</span>
                  <span className="quiet small">{tasksOf(role, say)}</span>
                </span>
                <Holders list={list} role={role} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type Role = StaffList["roles"][number];

/** What the policy asks of it, in one line. */
export const tasksOf = ({ tasks }: Role, say: Say): string => (tasks.length > 0 ? tasks.map((task) => say(`staff.task.${task}`)).join(" · ") : say("staff.task-none"));

function Holders({ list, role }: { readonly list: StaffList; readonly role: Role }) {
  const { say } = useWords();
  const names = list.items.filter((s) => !s.disabled && s.holds.includes(role.id)).map((s) => s.name);
  if (names.length > 0) return <span className="push wrap">{names.join(", ")}</span>;
  return role.tasks.length === 0 ? (
    <span className="push quiet small">{say("staff.unheld-idle")}</span>
  ) : (
    <span className="push tag" data-tone="warn">
      {say("staff.unheld")}
    </span>
  );
}
