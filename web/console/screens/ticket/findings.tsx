// What an agent finds: each is a fact, and with it the policy decides anew.
import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Ticket, Value } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { FactField } from "../../parts/fact-field.tsx";
import { useWords } from "../../words/words.tsx";

export function Findings({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const [given, setGiven] = useState<Readonly<Record<string, Value>>>({});
  const change = useTicketChange(ticket.number);
  const changed = Object.keys(given).length > 0;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (changed) change.mutate({ part: "findings", body: { facts: given }, done: say("rail.findings-done") }, { onSuccess: () => setGiven({}) });
  };
  if (ticket.findable.length === 0) return <p className="quiet small">{say("rail.findings-none")}</p>;
  return (
    <form className="stack" onSubmit={save}>
      <p className="quiet small">{say("rail.findings-hint")}</p>
      {ticket.findable.map((each) => (
        <FactField
          key={each.fact}
          fact={each}
          value={given[each.fact] === undefined ? (ticket.findings[each.fact] ?? null) : (given[each.fact] ?? null)}
          set={(value) => setGiven((before) => ({ ...before, [each.fact]: value }))}
        />
      ))}
      {changed ? (
        <div className="row dialog-actions">
          <Button variant="default" size="xs" onClick={() => setGiven({})}>
            {say("app.cancel")}
          </Button>
          <Button type="submit" size="xs" loading={change.isPending}>
            {say("rail.findings-save")}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
