// What others changed while one was writing: shown before the own words go, which stay where they are.
import { Button } from "@mantine/core";
import type { Changed } from "../../data/baseline.ts";
import { Icon } from "../../parts/icon.tsx";
import { type Say, useWords } from "../../words/words.tsx";

interface Shown {
  readonly changes: readonly Changed[];
  readonly answering: boolean;
  readonly seen: () => void;
  readonly send: () => void;
}

export function Conflict({ changes, answering, seen, send }: Shown) {
  const { say } = useWords();
  return (
    <div className="conflict" role="alert">
      <Icon name="warn" />
      <div className="stack-tight">
        <strong>{say("conflict.title")}</strong>
        <p>{say("conflict.intro")}</p>
        <ul className="conflict-list">
          {changes.map((change, at) => (
            <li key={at} className="wrap">
              {changeText(change, say)}
            </li>
          ))}
        </ul>
        <div className="row-wrap">
          <Button size="xs" variant="default" onClick={seen}>
            {say("conflict.seen")}
          </Button>
          {answering ? (
            <Button size="xs" variant="default" onClick={send}>
              {say("conflict.send-anyway")}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function changeText(change: Changed, say: Say): string {
  switch (change.what) {
    case "message":
      return say(`conflict.${change.kind}`, { name: change.name, text: change.text });
    case "assignee":
      return say("conflict.assignee", { name: change.name ?? say("ticket.nobody") });
    case "status":
      return say("conflict.status", { status: say(`status.${change.status}`) });
    case "findings":
      return say("conflict.findings");
  }
}
