// Reporting somebody's conduct: what was found, which of their messages, what happened; and what follows from it, before it is sent.
import { Button, Checkbox, Modal, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Ticket, Value } from "../../../shared/shapes.ts";
import { useReport } from "../../data/conduct.ts";
import { FactField } from "../../parts/fact-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { shortText } from "../../parts/times.tsx";
import { useDesk } from "../../data/desk.ts";
import { useWords } from "../../words/words.tsx";

export function ReportConduct({ ticket, done }: { readonly ticket: Ticket; readonly done: () => void }) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const [facts, setFacts] = useState<Readonly<Record<string, Value>>>({});
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [statement, setStatement] = useState("");
  const report = useReport(ticket.number);
  const written = ticket.messages.filter((m) => m.kind === "message" && m.author.id !== null);
  const people = new Map([[ticket.requester.id, ticket.requester.name], ...written.map((m): [string, string] => [m.author.id ?? "", m.author.name])]);
  const [who, setWho] = useState(ticket.requester.id);
  const said = written.filter((m) => m.author.id === who);
  const found = Object.entries(facts).filter(([, value]) => value !== null);
  const send = (): void => report.mutate({ facts: Object.fromEntries(found), messages, statement: statement.trim(), ...(who === ticket.requester.id ? {} : { person: who }) }, { onSuccess: done });
  return (
    <Modal opened onClose={done} size={640} title={say("conduct.report-title", { name: people.get(who) ?? "" })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <p className="quiet small">{say("conduct.report-will")}</p>
        {people.size > 1 ? (
          <Select
            label={say("conduct.report-who")}
            allowDeselect={false}
            data={[...people].map(([value, label]) => ({ value, label }))}
            value={who}
            onChange={(to) => (setWho(to ?? who), setMessages([]))}
          />
        ) : null}
        {ticket.conduct.reports.map((fact) => (
          <FactField key={fact.fact} fact={fact} value={facts[fact.fact] ?? null} set={(value) => setFacts({ ...facts, [fact.fact]: value })} />
        ))}
        {said.length > 0 ? (
          <Checkbox.Group label={say("conduct.report-messages")} description={say("conduct.report-messages-hint")} value={[...messages]} onChange={setMessages}>
            <div className="stack-tight">
              {said.map((m) => (
                <Checkbox
                  key={m.id}
                  value={m.id}
                  label={<span className="wrap">{m.text.length > 240 ? `${m.text.slice(0, 240)}…` : m.text}</span>}
                  description={[shortText(m.at, lang, zone), ...(m.hurtful.length > 0 ? [say("conduct.hint", { words: m.hurtful.join(", ") })] : [])].join(" · ")}
                />
              ))}
            </div>
          </Checkbox.Group>
        ) : null}
        <Textarea label={say("conduct.statement")} description={say("conduct.statement-hint")} autosize minRows={3} value={statement} onChange={(event) => setStatement(event.currentTarget.value)} />
        {report.error ? <Trouble error={report.error} /> : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button onClick={send} disabled={found.length === 0 || (messages.length === 0 && statement.trim() === "")} loading={report.isPending}>
            {say("conduct.report-go")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
