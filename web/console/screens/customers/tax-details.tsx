// Where a customer is and their VAT number: what the taxes on their prices go by.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../../shared/api-problem.ts";
import { useSetTaxDetails } from "../../data/customers.ts";
import { useMe } from "../../data/session.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

interface Details {
  readonly organisation: string;
  readonly country: string | null;
  readonly vatNumber: string | null;
}

export function TaxDetails({ organisation, country, vatNumber }: Details) {
  const { say } = useWords();
  const set = useSetTaxDetails(organisation);
  const [where, setWhere] = useState(country ?? "");
  const [number, setNumber] = useState(vatNumber ?? "");
  const mayChange = useMe().role !== "agent";
  const faults = set.error instanceof ApiProblem ? set.error.faults : [];
  const faultAt = (at: string): string | null => faults.find((each) => each.at === at)?.message ?? null;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(
      { country: where.trim() || null, vatNumber: number.trim() || null },
      {
        onSuccess: (kept) => {
          setWhere(kept.country ?? "");
          setNumber(kept.vatNumber ?? "");
          tell(say("tax.kept"));
        },
      },
    );
  };
  return (
    <section className="stack-tight">
      <h2 className="heading">{say("tax.title")}</h2>
      <form className="card card-in stack" onSubmit={send}>
        <div className="pair">
          <TextInput
            label={say("tax.country")}
            description={say("tax.country-hint")}
            error={faultAt("country")}
            value={where}
            onChange={(event) => setWhere(event.currentTarget.value.toUpperCase())}
            maxLength={2}
            pattern="[A-Za-z]{2}"
            autoComplete="off"
            readOnly={!mayChange}
          />
          <TextInput
            label={say("tax.number")}
            description={say("tax.number-hint")}
            error={faultAt("vatNumber")}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            maxLength={40}
            autoComplete="off"
            readOnly={!mayChange}
          />
        </div>
        {set.error && faults.length === 0 ? <Trouble error={set.error} /> : null}
        {mayChange ? (
          <div className="row dialog-actions">
            <Button type="submit" variant="default" size="xs" loading={set.isPending}>
              {say("tax.keep")}
            </Button>
          </div>
        ) : null}
      </form>
    </section>
  );
}
