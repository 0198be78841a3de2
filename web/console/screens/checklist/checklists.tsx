// What the customer was asked to do and how far they are; staff tick what they were told in other words, and let go of what is not needed.
import { Checkbox } from "@mantine/core";
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { Section } from "../../parts/section.tsx";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

type List = Ticket["checklists"][number];

export function Checklists({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  if (ticket.checklists.length === 0) return null;
  const open = ticket.checklists.filter((list) => list.endedAt === null).flatMap((list) => list.items.filter((item) => item.state === "open"));
  return (
    <Section id="checklists" title={say("todo.section")} count={open.length}>
      <div className="stack">
        {ticket.checklists.map((list) => (
          <Shown key={list.id} list={list} number={ticket.number} />
        ))}
      </div>
    </Section>
  );
}

function Shown({ list, number }: { readonly list: List; readonly number: string }) {
  const { say } = useWords();
  const change = useTicketChange(number);
  const wanted = list.items.filter((item) => item.state !== "dropped");
  const done = wanted.filter((item) => item.state === "done").length;
  const set = (id: string, state: "open" | "done" | "dropped"): void => change.mutate({ part: `checklist-items/${id}`, body: { state }, always: true });
  return (
    <div className="stack-tight">
      <p className="row-wrap small">
        <span className="number strong">{say("todo.progress", { done, n: wanted.length })}</span>
        <span className="quiet">
          {list.madeBy} · <At at={list.madeAt} />
        </span>
      </p>
      <progress className="todo-progress" value={done} max={Math.max(wanted.length, 1)} aria-hidden="true" />
      {list.clause ? <ClauseShown clause={list.clause} /> : null}
      <ul className="stack-tight">
        {list.items.map((item) => (
          <li key={item.id} className="todo-item">
            <Checkbox
              label={`${item.n}. ${item.text}`}
              checked={item.state === "done"}
              disabled={list.endedAt !== null || item.state === "dropped" || change.isPending}
              onChange={(event) => set(item.id, event.currentTarget.checked ? "done" : "open")}
            />
            {item.state === "dropped" ? (
              <span className="tag">{say("todo.dropped")}</span>
            ) : item.state === "done" && item.by ? (
              <span className="quiet small">
                {item.by}
                {item.at === null ? null : (
                  <>
                    {" · "}
                    <At at={item.at} />
                  </>
                )}
              </span>
            ) : list.endedAt === null ? (
              <button type="button" className="link-button" onClick={() => set(item.id, "dropped")} aria-label={say("todo.drop-one", { item: item.text })}>
                {say("todo.drop")}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
