// Sets one fact of a customer's record, for a time or for good; what was done is taken back from the word that says it was done.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../../shared/api-problem.ts";
import type { StandingFact, Value } from "../../../shared/shapes.ts";
import { useSetStanding } from "../../data/standing.ts";
import { FactField } from "../../parts/fact-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { tellUndo } from "../../parts/tell-undo.tsx";
import { useWords } from "../../words/words.tsx";

const FIELDS: readonly string[] = ["value", "begins", "ends", "notice"];

export function EditStanding({ organisation, fact, done }: { readonly organisation: string; readonly fact: StandingFact; readonly done: () => void }) {
  const { say } = useWords();
  const write = useSetStanding(organisation);
  const [value, setValue] = useState<Value>(fact.value);
  const [days, setDays] = useState({ begins: fact.begins ?? "", ends: fact.ends ?? "", notice: fact.notice ?? "" });
  const field = (name: keyof typeof days) => ({ value: days[name], onChange: (event: FormEvent<HTMLInputElement>) => setDays({ ...days, [name]: event.currentTarget.value }), error: faultAt(name) });
  const faults = write.error instanceof ApiProblem ? write.error.faults : [];
  const faultAt = (at: string): string | null => faults.find((each) => each.at === at)?.message ?? null;
  const undo = (): void => write.mutate({ does: "undo", fact: fact.fact });
  const after = { onSuccess: () => (done(), tellUndo(say("standing.changed", { fact: fact.label }), say("app.undo"), undo)) };
  return (
    <form
      className="stack edit-standing"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null) write.mutate({ does: "set", fact: fact.fact, term: { value, ...Object.fromEntries(Object.entries(days).filter(([, day]) => day !== "")) } }, after);
      }}
    >
      <div className="pair">
        <FactField fact={{ ...fact, ask: "" }} value={value} set={setValue} error={faultAt("value")} />
        <TextInput type="date" label={say("standing.begins")} {...field("begins")} />
        <TextInput type="date" label={say("standing.ends")} {...field("ends")} />
        <TextInput type="date" label={say("standing.notice")} {...field("notice")} />
      </div>
      <p className="quiet small">{say("standing.hint")}</p>
      {write.error && !faults.some((each) => FIELDS.includes(each.at)) ? <Trouble error={write.error} /> : null}
      <div className="row dialog-actions">
        {fact.value === null && fact.terms.length === 0 ? null : (
          <Button variant="default" onClick={() => write.mutate({ does: "clear", fact: fact.fact }, after)}>
            {say("standing.clear")}
          </Button>
        )}
        <Button variant="default" onClick={done}>
          {say("app.cancel")}
        </Button>
        <Button type="submit" disabled={value === null} loading={write.isPending}>
          {say("standing.save")}
        </Button>
      </div>
    </form>
  );
}
