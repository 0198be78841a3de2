// Enters days on which the desk is closed or opens otherwise; the promises that fall into them are shown at once.
import { Button, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { call, query } from "../../../shared/client.ts";
import type { MadeClosure, PolicyPage } from "../../../shared/shapes.ts";
import { useDesk } from "../../data/desk.ts";
import { shortText } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

const EMPTY = { first: "", last: "", hours: "", reason: "" };

export function CloseDays() {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const client = useQueryClient();
  const [form, setForm] = useState(EMPTY);
  const [chosen, setChosen] = useState<string | null>(null);
  const calendars = useQuery({ queryKey: ["calendars", lang], queryFn: async ({ signal }) => (await call<PolicyPage>(`/policy${query({ lang })}`, { signal })).calendars });
  const calendar = chosen ?? calendars.data?.[0]?.id ?? null;
  const close = useMutation({
    mutationFn: () =>
      call<MadeClosure>("/closures", {
        method: "POST",
        body: {
          calendar,
          first: form.first,
          ...(form.last && { last: form.last }),
          hours: form.hours
            .split(",")
            .map((each) => each.trim())
            .filter(Boolean),
          reason: form.reason.trim(),
        },
      }),
    onSuccess: () => {
      setForm(EMPTY);
      return client.invalidateQueries({ queryKey: ["closures"] });
    },
  });
  const field = (name: keyof typeof EMPTY) => ({ value: form[name], onChange: (event: FormEvent<HTMLInputElement>) => setForm({ ...form, [name]: event.currentTarget.value }), withAsterisk: false });
  return (
    <form
      className="card card-in stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (calendar) close.mutate();
      }}
    >
      <div className="row-wrap">
        <Select label={say("hours.calendar")} data={(calendars.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} value={calendar} onChange={setChosen} allowDeselect={false} />
        <TextInput type="date" label={say("hours.first")} required {...field("first")} />
        <TextInput type="date" label={say("hours.last")} {...field("last")} />
        <TextInput label={say("hours.open")} placeholder="09:00-12:00" {...field("hours")} />
      </div>
      <TextInput label={say("hours.reason")} required {...field("reason")} />
      {calendars.data?.length === 0 ? <p className="quiet">{say("hours.no-calendar")}</p> : null}
      {close.error ? <Trouble error={close.error} /> : null}
      {close.data ? (
        <div role="status">
          {close.data.standing.length === 0 ? (
            <p className="quiet">{say("hours.entered")}</p>
          ) : (
            <div className="stack-tight">
              <p>{say("hours.standing")}</p>
              <ul>
                {close.data.standing.map((p) => (
                  <li key={`${p.ticket} ${p.kind}`}>
                    <Link to="/tickets/$number" params={{ number: p.ticket }}>
                      {p.ticket}
                    </Link>{" "}
                    {shortText(p.due, lang, zone)}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      ) : null}
      <div className="row dialog-actions">
        <Button type="submit" disabled={!calendar} loading={close.isPending}>
          {say("hours.enter")}
        </Button>
      </div>
    </form>
  );
}
