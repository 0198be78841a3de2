// Asking a customer to do something: what the policy names, and one's own words, one to a line; and what stands still until it is done.
import { Button, Checkbox, Modal, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { useWords } from "../../words/words.tsx";

export function AskFor({ ticket, done }: { readonly ticket: Ticket; readonly done: () => void }) {
  const { say } = useWords();
  const { number, checklistAsks: asks } = ticket;
  const [ask, setAsk] = useState<string | null>(asks.find((each) => each.pauses)?.ask ?? null);
  const [things, setThings] = useState<readonly string[]>([]);
  const [own, setOwn] = useState("");
  const [text, setText] = useState("");
  const change = useTicketChange(number);
  const chosen = asks.find((each) => each.ask === ask);
  const items = own
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const go = (): void =>
    change.mutate(
      {
        part: "checklists",
        method: "POST",
        body: { ...(chosen && { ask: chosen.ask }), things, items, ...(text.trim() !== "" && { text }) },
        done: say("todo.asked", { name: ticket.requester.name }),
      },
      { onSuccess: done },
    );
  return (
    <Modal opened onClose={done} size={560} title={say("todo.title", { name: ticket.requester.name })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <p>{say("todo.will")}</p>
        {asks.length > 0 ? (
          <Select
            label={say("todo.by")}
            clearable
            placeholder={say("todo.by-none")}
            comboboxProps={{ withinPortal: true }}
            data={asks.map((each) => ({ value: each.ask, label: `§ ${each.clause.number} · ${each.things.map((thing) => thing.label).join(", ")}`.slice(0, 90) }))}
            value={ask}
            onChange={(to) => {
              setAsk(to);
              setThings([]);
            }}
          />
        ) : null}
        {chosen ? (
          <>
            <ClauseShown clause={chosen.clause} />
            <Checkbox.Group label={say("todo.things")} value={[...things]} onChange={setThings}>
              <div className="stack-tight">
                {chosen.things.map((thing) => (
                  <Checkbox key={thing.id} value={thing.id} label={thing.label} />
                ))}
              </div>
            </Checkbox.Group>
          </>
        ) : null}
        <Textarea label={say("todo.own")} description={say("todo.own-hint")} value={own} onChange={(event) => setOwn(event.currentTarget.value)} autosize minRows={2} maxRows={8} data-autofocus />
        <Textarea label={say("todo.words")} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={1} maxRows={8} />
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button onClick={go} disabled={things.length + items.length === 0} loading={change.isPending}>
            {say("todo.go")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
