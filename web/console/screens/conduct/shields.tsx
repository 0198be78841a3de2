// Who does not meet a customer: chosen and taken back by a lead.
import { MultiSelect } from "@mantine/core";
import { useShieldChange, useShields } from "../../data/conduct.ts";
import { useStaff } from "../../data/staff.ts";
import { useWords } from "../../words/words.tsx";

export function Shields({ person }: { readonly person: { readonly id: string; readonly name: string } }) {
  const { say } = useWords();
  const staff = useStaff().data ?? [];
  const kept = useShields(person.id, true).data?.items ?? [];
  const change = useShieldChange(person.id);
  const now = kept.map((each) => each.id);
  const set = (chosen: readonly string[]): void => {
    const added = chosen.find((id) => !now.includes(id));
    const gone = now.find((id) => !chosen.includes(id));
    if (added !== undefined) change.mutate({ staff: added, on: true });
    else if (gone !== undefined) change.mutate({ staff: gone, on: false });
  };
  return (
    <MultiSelect
      label={say("conduct.shields", { name: person.name })}
      description={say("conduct.shields-hint")}
      size="sm"
      placeholder={now.length === 0 ? say("conduct.shields-none") : undefined}
      data={staff.filter((s) => !s.disabled || now.includes(s.id)).map((s) => ({ value: s.id, label: s.name }))}
      value={now}
      onChange={set}
      clearable={false}
    />
  );
}
