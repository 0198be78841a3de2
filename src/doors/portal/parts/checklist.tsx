// What the visitor is asked to do: each item with its own form, so that it can be ticked, and files sent with it, without scripts too.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Clause } from "./clause.tsx";

interface ChecklistProps {
  readonly ticket: TicketView;
  readonly visit: Visit;
  readonly action: string;
  readonly token: string;
  readonly fault: string | null;
}

export function Checklist({ ticket, visit, action, token, fault }: ChecklistProps): ReactNode {
  const { lang } = visit;
  const shown = ticket.checklists.filter((list) => list.endedAt === null || list === ticket.checklists.at(-1));
  if (shown.length === 0) return null;
  const items = shown.flatMap((list) => list.items).filter((item) => item.state !== "dropped");
  const open = shown.some((list) => list.endedAt === null);
  return (
    <section id="checklist" className="says">
      <h2>{phrase(lang, "ticket.todo-title")}</h2>
      {fault === null ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <p>
        <progress value={items.filter((item) => item.state === "done").length} max={items.length} aria-hidden="true" />{" "}
        {open ? phrase(lang, "ticket.todo-progress", { done: items.filter((item) => item.state === "done").length, n: items.length }) : phrase(lang, "ticket.todo-complete")}
      </p>
      {shown.map((list) => (
        <div key={list.id}>
          {list.clause ? <Clause clause={list.clause} /> : null}
          {list.words ? <p className="pre-line">{list.words}</p> : null}
          <ol className="todo">
            {list.items
              .filter((item) => item.state !== "dropped")
              .map((item) => (
                <li key={item.id} value={item.n} className={item.state}>
                  <strong>{item.text}</strong>
                  {item.state === "done" ? (
                    <span className="state kept">
                      {phrase(lang, "ticket.todo-done")}
                      {item.at === null ? "" : `, ${instantText(Date.parse(item.at), lang, visit.zone)}`}
                    </span>
                  ) : null}
                  {list.endedAt === null ? <Tick item={item} lang={lang} action={action} token={token} /> : null}
                </li>
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Tick({ item, lang, action, token }: { readonly item: TicketView["checklists"][number]["items"][number]; readonly lang: string } & Pick<ChecklistProps, "action" | "token">): ReactNode {
  const done = item.state === "done";
  return (
    <form method="post" action={action} encType="multipart/form-data">
      <input type="hidden" name="token" value={`${token.slice(0, -4)}${item.id.slice(-4)}`} />
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="state" value={done ? "open" : "done"} />
      {done ? null : (
        <details>
          <summary>{phrase(lang, "ticket.todo-file")}</summary>
          <input type="file" name="files" multiple aria-label={`${phrase(lang, "ticket.todo-file")}: ${item.text}`} />
        </details>
      )}
      <button className={done ? "secondary" : undefined} aria-label={`${phrase(lang, done ? "ticket.todo-undo" : "ticket.todo-done")}: ${item.text}`}>
        {phrase(lang, done ? "ticket.todo-undo" : "ticket.todo-done")}
      </button>
    </form>
  );
}
