// Setting a shift, or changing one that stands: whose, from which day, how often, from when to when.
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { minuteText } from "../../../../src/words/instant.ts";
import type { Rota } from "../../../shared/shapes.ts";
import { useRotaChange } from "../../data/rota.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

type Shift = Rota["shifts"][number];
interface Given {
  readonly rota: Rota;
  /** The one to change; without it a new one is set. */
  readonly shift?: Shift;
  readonly done?: () => void;
}

const inMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** From `begins` to `ends` in minutes, over midnight where it ends before it begins. */
function lengthOf(begins: string, ends: string): number {
  const length = inMinutes(ends) - inMinutes(begins);
  return length > 0 ? length : length + 1440;
}

const given = (rota: Rota, shift: Shift | undefined) => ({
  staff: shift?.staff ?? rota.staff[0]?.id ?? "",
  first: shift?.first ?? rota.days[0] ?? "",
  last: shift?.last ?? "",
  weekly: shift ? shift.last !== shift.first : true,
  begins: shift?.begins ?? "09:00",
  ends: shift ? minuteText((inMinutes(shift.begins) + shift.minutes) % 1440) : "17:00",
});

export function ShiftForm({ rota, shift, done }: Given) {
  const { say } = useWords();
  const change = useRotaChange();
  const [now, setNow] = useState(() => given(rota, shift));
  const set = (more: Partial<typeof now>): void => setNow((before) => ({ ...before, ...more }));
  const zone = shift?.zone ?? rota.zone;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { staff, first, last, weekly, begins, ends } = now;
    const body = { staff, zone, first, last: weekly ? last || null : first, begins, minutes: lengthOf(begins, ends) };
    change.mutate(
      { set: "shifts", body, ...(shift && { id: shift.id }) },
      {
        onSuccess: () => {
          tell(say("rota.shift-set"));
          done?.();
        },
      },
    );
  };
  return (
    <form className="stack" onSubmit={send}>
      <Select label={say("rota.who")} data={rota.staff.map((s) => ({ value: s.id, label: s.name }))} value={now.staff} allowDeselect={false} onChange={(staff) => set({ staff: staff ?? "" })} />
      <TextInput type="date" label={say("rota.first-day")} required withAsterisk={false} value={now.first} onChange={(event) => set({ first: event.currentTarget.value })} />
      <div className="pair-narrow">
        <TextInput type="time" label={say("rota.begins")} required withAsterisk={false} value={now.begins} onChange={(event) => set({ begins: event.currentTarget.value })} />
        <TextInput type="time" label={say("rota.ends")} required withAsterisk={false} value={now.ends} onChange={(event) => set({ ends: event.currentTarget.value })} />
      </div>
      <Checkbox label={say("rota.weekly")} checked={now.weekly} onChange={(event) => set({ weekly: event.currentTarget.checked })} />
      {shift && now.weekly ? (
        <TextInput type="date" label={say("rota.until")} description={say("rota.until-hint")} min={now.first} value={now.last} onChange={(event) => set({ last: event.currentTarget.value })} />
      ) : null}
      <p className="quiet small">{say("rota.zone", { zone })}</p>
      {change.error ? <Trouble error={change.error} /> : null}
      <div className="row dialog-actions">
        {done ? (
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
        ) : null}
        <Button type="submit" loading={change.isPending}>
          {say(shift ? "rota.keep-shift" : "rota.add-shift")}
        </Button>
      </div>
    </form>
  );
}
