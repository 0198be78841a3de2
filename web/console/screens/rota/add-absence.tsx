// Saying that somebody is away, for whole days of the desk's zone.
import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { localToInstant } from "../../../../src/policy/time/zoned.ts";
import type { AbsenceInput, Rota } from "../../../shared/shapes.ts";
import { useRotaChange } from "../../data/rota.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

const REASONS = ["holiday", "illness", "training", "other"] as const;
const DAY = 86_400_000;

export function AddAbsence({ rota }: { readonly rota: Rota }) {
  const { say } = useWords();
  const change = useRotaChange();
  const [given, setGiven] = useState({ staff: rota.staff[0]?.id ?? "", first: rota.days[0] ?? "", last: rota.days[0] ?? "", reason: "holiday" as AbsenceInput["reason"] });
  const set = (more: Partial<typeof given>): void => setGiven((before) => ({ ...before, ...more }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const midnight = (day: string, later: number): string => new Date(localToInstant(`${new Date(Date.parse(day) + later * DAY).toISOString().slice(0, 10)}T00:00`, rota.zone)).toISOString();
    change.mutate(
      { set: "absences", body: { staff: given.staff, from: midnight(given.first, 0), to: midnight(given.last, 1), reason: given.reason } },
      { onSuccess: () => tell(say("rota.absence-set")) },
    );
  };
  return (
    <form className="card card-in stack" onSubmit={send}>
      <h2 className="heading">{say("rota.add-absence")}</h2>
      <Select label={say("rota.who")} data={rota.staff.map((s) => ({ value: s.id, label: s.name }))} value={given.staff} allowDeselect={false} onChange={(staff) => set({ staff: staff ?? "" })} />
      <div className="pair-narrow">
        <TextInput type="date" label={say("rota.first-day")} required withAsterisk={false} value={given.first} onChange={(event) => set({ first: event.currentTarget.value })} />
        <TextInput type="date" label={say("rota.last-day")} required withAsterisk={false} min={given.first} value={given.last} onChange={(event) => set({ last: event.currentTarget.value })} />
      </div>
      <Select
        label={say("rota.reason")}
        data={REASONS.map((value) => ({ value, label: say(`rota.away.${value}`) }))}
        value={given.reason}
        allowDeselect={false}
        onChange={(reason) => set({ reason: (reason ?? "other") as AbsenceInput["reason"] })}
      />
      {change.error ? <Trouble error={change.error} /> : null}
      <div className="row dialog-actions">
        <Button type="submit" loading={change.isPending}>
          {say("rota.add-absence")}
        </Button>
      </div>
    </form>
  );
}
