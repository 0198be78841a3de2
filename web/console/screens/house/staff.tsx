// The people who answer: who is here, what each may do, and adding somebody.
import { Button, Menu, PasswordInput, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useDesk } from "../../data/desk.ts";
import { useMe } from "../../data/session.ts";
import { useStaffChanges, useStaffList } from "../../data/staff.ts";
import type { Staff, StaffList } from "../../../shared/shapes.ts";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { tell, tellTrouble } from "../../parts/tell.ts";
import { Trouble, troubleText } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { GiveRoles } from "./give-roles.tsx";
import { PolicyRoles } from "./policy-roles.tsx";

const ROLES = ["agent", "lead", "admin"] as const;

export function StaffScreen() {
  const { say } = useWords();
  const me = useMe();
  const staff = useStaffList();
  const [giving, setGiving] = useState<Staff | null>(null);
  const { change } = useStaffChanges();
  const alter = (who: Staff, to: { role?: Staff["role"]; disabled?: boolean }): void =>
    change.mutate(
      { id: who.id, ...to },
      {
        onSuccess: () => tell(say("staff.changed", { name: who.name })),
        onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)),
      },
    );
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <h1 className="title">{say("staff.title")}</h1>
        {staff.error ? <Trouble error={staff.error} retry={() => void staff.refetch()} /> : null}
        {staff.isPending ? <Waiting /> : null}
        {staff.data ? (
          <ul className="card lines">
            {staff.data.items.map((each) => (
              <li key={each.id} className="line-row line-wrap">
                <Face name={each.name} staff />
                <span className="strong">{each.name}</span>
                <span className="quiet wrap">{each.email}</span>
                <Held of={each} roles={staff.data.roles} />
                <span className="push tag" data-tone={each.disabled ? "warn" : each.present ? "good" : undefined}>
                  {each.disabled ? say("staff.off") : each.present ? say("staff.present") : say("staff.away")}
                </span>
                <span className="line-acts">
                  <Select
                    aria-label={`${say("staff.role")}: ${each.name}`}
                    size="xs"
                    w={150}
                    allowDeselect={false}
                    disabled={me.role !== "admin" || each.id === me.id}
                    data={ROLES.map((value) => ({ value, label: say(`staff.role.${value}`) }))}
                    value={each.role}
                    onChange={(role) => {
                      if (role && role !== each.role) alter(each, { role: role as Staff["role"] });
                    }}
                  />
                  {me.role === "admin" ? (
                    <Menu position="bottom-end">
                      <Menu.Target>
                        <Button variant="default" size="xs" className="more" aria-label={`${say("app.menu")}: ${each.name}`}>
                          <Icon name="more" />
                        </Button>
                      </Menu.Target>
                      <Menu.Dropdown>
                        <Menu.Item onClick={() => setGiving(each)}>{say("staff.roles-give")}</Menu.Item>
                        {each.id === me.id ? null : <Menu.Item onClick={() => alter(each, { disabled: !each.disabled })}>{each.disabled ? say("staff.unlock") : say("staff.lock")}</Menu.Item>}
                      </Menu.Dropdown>
                    </Menu>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
        {staff.data ? <PolicyRoles list={staff.data} /> : null}
        {me.role === "admin" ? <AddStaff /> : null}
        {giving && staff.data ? <GiveRoles who={giving} roles={staff.data.roles} done={() => setGiving(null)} /> : null}
      </div>
    </div>
  );
}

/** Roles of the policy beside who holds them, in its words; one that it no longer has by its id. */
function Held({ of, roles }: { readonly of: Staff; readonly roles: StaffList["roles"] }) {
  const { say } = useWords();
  return of.holds.map((id) => {
    const role = roles.find((each) => each.id === id);
    return (
      <span key={id} className="tag wrap" data-tone={role ? undefined : "warn"} title={role ? undefined : say("staff.role-gone")}>
        {role?.name ?? say("staff.role-gone-tag", { role: id })}
      </span>
    );
  });
}

function AddStaff() {
  const { say, lang } = useWords();
  const { languages } = useDesk();
  const { add } = useStaffChanges();
  const empty = { name: "", email: "", password: "", role: "agent" as Staff["role"], language: languages.includes(lang) ? lang : (languages[0] ?? "en") };
  const [given, setGiven] = useState(empty);
  const set = (change: Partial<typeof given>): void => setGiven((before) => ({ ...before, ...change }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(given, {
      onSuccess: () => {
        tell(say("staff.added", { name: given.name }));
        setGiven(empty);
      },
    });
  };
  return (
    <form className="card card-in stack" onSubmit={send}>
      <h2 className="heading">{say("staff.add")}</h2>
      <div className="pair">
        <TextInput label={say("new.name")} required withAsterisk={false} value={given.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        <TextInput label={say("new.email")} type="email" required withAsterisk={false} value={given.email} onChange={(event) => set({ email: event.currentTarget.value })} />
        <Select
          label={say("staff.role")}
          allowDeselect={false}
          data={ROLES.map((value) => ({ value, label: say(`staff.role.${value}`) }))}
          value={given.role}
          onChange={(role) => set({ role: (role ?? "agent") as Staff["role"] })}
        />
        <PasswordInput
          label={say("staff.password")}
          description={say("staff.password-hint")}
          required
          withAsterisk={false}
          minLength={12}
          autoComplete="new-password"
          value={given.password}
          onChange={(event) => set({ password: event.currentTarget.value })}
        />
      </div>
      {add.error ? <Trouble error={add.error} /> : null}
      <div className="row dialog-actions">
        <Button type="submit" loading={add.isPending}>
          {say("staff.add")}
        </Button>
      </div>
    </form>
  );
}
