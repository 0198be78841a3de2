// Which roles of the policy somebody holds: ticked by an administrator, with what each means. One that the policy no longer has can only be taken.
import { Button, Checkbox, Modal } from "@mantine/core";
import { useState } from "react";
import { useStaffChanges } from "../../data/staff.ts";
import type { Staff, StaffList } from "../../../shared/shapes.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { tasksOf } from "./policy-roles.tsx";

interface Giving {
  readonly who: Staff;
  readonly roles: StaffList["roles"];
  readonly done: () => void;
}

export function GiveRoles({ who, roles, done }: Giving) {
  const { say } = useWords();
  const { change } = useStaffChanges();
  const [holds, setHolds] = useState<string[]>([...who.holds]);
  const gone = who.holds.filter((id) => !roles.some((role) => role.id === id));
  const keep = (): void =>
    change.mutate(
      { id: who.id, holds },
      {
        onSuccess: () => {
          tell(say("staff.changed", { name: who.name }));
          done();
        },
      },
    );
  return (
    <Modal opened onClose={done} title={say("staff.roles-of", { name: who.name })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <Checkbox.Group label={say("staff.roles")} description={say("staff.roles-intro")} value={holds} onChange={setHolds}>
          <div className="stack role-choices">
            {roles.map((role) => (
              <Checkbox key={role.id} value={role.id} label={<Named name={role.name} words={tasksOf(role, say)} />} />
            ))}
            {gone.map((id) => (
              <Checkbox key={id} value={id} label={<Named name={id} words={say("staff.role-gone")} />} />
            ))}
          </div>
        </Checkbox.Group>
        {change.error ? <Trouble error={change.error} /> : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button onClick={keep} loading={change.isPending}>
            {say("staff.roles-keep")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

const Named = ({ name, words }: { readonly name: string; readonly words: string }) => (
  <span className="stack-tight">
    <span>{name}</span>
    <span className="quiet small">{words}</span>
  </span>
);
