// One organisation: the facts of its record, its people, its newest tickets.
import { Button, Select, TextInput } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useAddPerson, useOrganisation } from "../../data/customers.ts";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { tell } from "../../parts/tell.ts";
import { TicketState } from "../../parts/ticket-state.tsx";
import { Ago } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { NAMES } from "../../words/console-words.ts";
import { useWords } from "../../words/words.tsx";
import { AllowancesCard } from "../allowances/allowances-card.tsx";
import { Acceptances } from "./acceptances.tsx";
import { StandingCard } from "./standing-card.tsx";
import { TaxDetails } from "./tax-details.tsx";

export function Customer() {
  const { id } = useParams({ from: "/customers/$id" });
  const { say } = useWords();
  const { data, error, refetch } = useOrganisation(id);
  if (!data)
    return (
      <div className="page">
        <div className="page-in">{error ? <Trouble error={error} retry={() => void refetch()} /> : <Waiting />}</div>
      </div>
    );
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <header className="row">
          <Link to="/customers" className="back" aria-label={say("customers.title")} title={say("customers.title")}>
            <Icon name="back" />
          </Link>
          <h1 className="title wrap">{data.name}</h1>
        </header>
        <section>
          <h2 className="hidden">{say("customers.record")}</h2>
          <dl className="facts facts-wide">
            {data.zone ? (
              <>
                <dt>{say("customers.zone")}</dt>
                <dd>{data.zone.replaceAll("_", " ")}</dd>
              </>
            ) : null}
            {data.language ? (
              <>
                <dt>{say("customers.language")}</dt>
                <dd>{NAMES[data.language] ?? data.language}</dd>
              </>
            ) : null}
          </dl>
        </section>
        <StandingCard organisation={id} />
        <AllowancesCard organisation={id} />
        <TaxDetails key={data.changedAt} organisation={id} country={data.country} vatNumber={data.vatNumber} />
        <section className="stack-tight">
          <h2 className="heading">{say("customers.people")}</h2>
          {data.people.length === 0 ? (
            <p className="quiet">{say("customers.people-none")}</p>
          ) : (
            <ul className="card lines">
              {data.people.map((each) => (
                <li key={each.id} className="line-row line-wrap">
                  <Face name={each.name} />
                  <span className="strong">{each.name}</span>
                  <a href={`mailto:${each.email}`} className="wrap">
                    {each.email}
                  </a>
                  {each.phone ? <span className="quiet">{each.phone}</span> : null}
                  <span className="tag push">{say(`customers.sees-${each.sees}`)}</span>
                </li>
              ))}
            </ul>
          )}
          <AddPerson organisation={id} />
        </section>
        <Acceptances organisation={id} />
        <section className="stack-tight">
          <h2 className="heading">{say("customers.tickets")}</h2>
          {data.tickets.length === 0 ? (
            <p className="quiet">{say("customers.tickets-none")}</p>
          ) : (
            <ul className="card lines">
              {data.tickets.map((each) => (
                <li key={each.number}>
                  <Link className="line-row line-wrap" to="/tickets/$number" params={{ number: each.number }}>
                    <span className="number quiet small">{each.number}</span>
                    <span className="strong wrap line-subject">{each.subject}</span>
                    <span className="push">
                      <TicketState ticket={each} />
                    </span>
                    <span className="quiet small">
                      <Ago at={each.changedAt} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}

function AddPerson({ organisation }: { readonly organisation: string }) {
  const { say } = useWords();
  const add = useAddPerson(organisation);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [sees, setSees] = useState<"office" | "own">("office");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(
      { name: name.trim(), email: email.trim(), sees },
      {
        onSuccess: () => {
          tell(say("customers.added", { name }));
          setOpen(false);
          setName("");
          setEmail("");
        },
      },
    );
  };
  if (!open)
    return (
      <div>
        <Button variant="default" size="xs" onClick={() => setOpen(true)}>
          {say("customers.add-person")}
        </Button>
      </div>
    );
  return (
    <form className="card card-in stack" onSubmit={send}>
      <div className="pair">
        <TextInput label={say("new.name")} required withAsterisk={false} autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={say("new.email")} type="email" required withAsterisk={false} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      </div>
      <Select
        label={say("customers.sees")}
        allowDeselect={false}
        data={(["office", "own"] as const).map((value) => ({ value, label: say(`customers.sees-${value}`) }))}
        value={sees}
        onChange={(to) => setSees(to === "own" ? "own" : "office")}
      />
      {add.error ? <Trouble error={add.error} /> : null}
      <div className="row dialog-actions">
        <Button variant="default" onClick={() => setOpen(false)}>
          {say("app.cancel")}
        </Button>
        <Button type="submit" loading={add.isPending}>
          {say("customers.add-person")}
        </Button>
      </div>
    </form>
  );
}
