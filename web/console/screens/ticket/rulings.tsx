// What only a person may decide: the clause, who it falls to, and the decision with its reason.
import { Button, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Ruling, Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { capital } from "../../../../src/words/capital.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { type Say, useWords } from "../../words/words.tsx";

export function Rulings({ ticket }: { readonly ticket: Ticket }) {
  const first = ticket.rulings.toSorted((a, b) => Number(b.state === "undecided") - Number(a.state === "undecided"));
  return (
    <ul className="stack">
      {first.map((each) => (
        <li key={each.clause.id}>
          <OneRuling ruling={each} number={ticket.number} />
        </li>
      ))}
    </ul>
  );
}

function OneRuling({ ruling, number }: { readonly ruling: Ruling; readonly number: string }) {
  const { say, lang } = useWords();
  const [giving, setGiving] = useState<"granted" | "declined" | null>(null);
  const { state, reason } = ruling;
  if (state !== "undecided") {
    return (
      <div className="stack-tight">
        <ClauseShown clause={ruling.clause} />
        <p className="small">{say(`rail.ruling-${state}`, { name: nameOf(ruling, say), reason: reason ?? "–" })}</p>
      </div>
    );
  }
  return (
    <div className="stack-tight ruling">
      <ClauseShown clause={ruling.clause} />
      <p className="quiet small">
        {say(ruling.decides.inPlace ? "conduct.seat-in-place" : "conduct.seat", { role: capital(ruling.roleName, lang), names: ruling.decides.people.map((p) => p.name).join(", ") })}.{" "}
        {say("rail.ruling-hint")}
      </p>
      {!ruling.yours ? null : giving ? (
        <Give ruling={ruling} number={number} state={giving} cancel={() => setGiving(null)} />
      ) : (
        <div className="row">
          <Button size="xs" onClick={() => setGiving("granted")}>
            {say("rail.ruling-grant")}
          </Button>
          <Button size="xs" variant="default" onClick={() => setGiving("declined")}>
            {say("rail.ruling-decline")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Who decided, with the role for which they stood in, if they did. */
function nameOf({ decidedBy, inPlace, roleName }: Ruling, say: Say): string {
  if (!decidedBy) return say("happening.by-desk");
  return inPlace ? say("conduct.signed-in-place", { name: decidedBy.name, role: roleName }) : decidedBy.name;
}

function Give({ ruling, number, state, cancel }: { readonly ruling: Ruling; readonly number: string; readonly state: "granted" | "declined"; readonly cancel: () => void }) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const [option, setOption] = useState<string | null>(ruling.options[0] ?? null);
  const change = useTicketChange(number);
  const choosing = state === "granted" && ruling.options.length > 1;
  const give = (): void =>
    change.mutate({
      part: `rulings/${encodeURIComponent(ruling.clause.id)}`,
      body: { state, reason: reason.trim(), ...(state === "granted" && option ? { option } : {}) },
      done: say("rail.ruling-done"),
    });
  return (
    <div className="stack">
      {choosing ? <Select label={say("rail.ruling-option")} size="sm" data={[...ruling.options]} value={option} onChange={setOption} allowDeselect={false} /> : null}
      <Textarea
        label={say("rail.ruling-reason")}
        description={say(state === "granted" ? "rail.ruling-will-grant" : "rail.ruling-will-decline")}
        size="sm"
        autosize
        minRows={2}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row dialog-actions">
        <Button size="xs" variant="default" onClick={cancel}>
          {say("app.cancel")}
        </Button>
        <Button size="xs" disabled={reason.trim() === ""} loading={change.isPending} onClick={give}>
          {say(state === "granted" ? "rail.ruling-grant" : "rail.ruling-decline")}
        </Button>
      </div>
    </div>
  );
}
