// Setting a shift: whose, from which day, how often, from when to when.
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Rota } from "../../../shared/shapes.ts";
import { useRotaChange } from "../../data/rota.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

/** From `begins` to `ends` in minutes, over midnight where it ends before it begins. */
function lengthOf(begins: string, ends: string): number {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const length = minutes(ends) - minutes(begins);
  return length > 0 ? length : length + 1440;
}

export function AddShift({ rota }: { readonly rota: Rota }) {
  const { say } = useWords();
  const change = useRotaChange();
  const [given, setGiven] = useState({ staff: rota.staff[0]?.id ?? "", first: rota.days[0] ?? "", weekly: true, begins: "09:00", ends: "17:00" });
  const set = (more: Partial<typeof given>): void => setGiven((before) => ({ ...before, ...more }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { staff, first, weekly, begins, ends } = given;
    change.mutate({ set: "shifts", body: { staff, zone: rota.zone, first, last: weekly ? null : first, begins, minutes: lengthOf(begins, ends) } }, { onSuccess: () => tell(say("rota.shift-set")) });
  };
  return (
    <form className="card card-in stack" onSubmit={send}>
      <h2 className="heading">{say("rota.add-shift")}</h2>
      <Select label={say("rota.who")} data={rota.staff.map((s) => ({ value: s.id, label: s.name }))} value={given.staff} allowDeselect={false} onChange={(staff) => set({ staff: staff ?? "" })} />
      <TextInput type="date" label={say("rota.first-day")} required withAsterisk={false} value={given.first} onChange={(event) => set({ first: event.currentTarget.value })} />
      <div className="pair-narrow">
        <TextInput type="time" label={say("rota.begins")} required withAsterisk={false} value={given.begins} onChange={(event) => set({ begins: event.currentTarget.value })} />
        <TextInput type="time" label={say("rota.ends")} required withAsterisk={false} value={given.ends} onChange={(event) => set({ ends: event.currentTarget.value })} />
      </div>
      <Checkbox label={say("rota.weekly")} checked={given.weekly} onChange={(event) => set({ weekly: event.currentTarget.checked })} />
      <p className="quiet small">{say("rota.zone", { zone: rota.zone })}</p>
      {change.error ? <Trouble error={change.error} /> : null}
      <div className="row dialog-actions">
        <Button type="submit" loading={change.isPending}>
          {say("rota.add-shift")}
        </Button>
      </div>
    </form>
  );
}
