// An answer that is not gone yet, where it will stand.
import type { Outgoing } from "../../data/outgoing.ts";
import { useMe } from "../../data/session.ts";
import { Face } from "../../parts/face.tsx";
import { useNow } from "../../parts/now.ts";
import { useWords } from "../../words/words.tsx";

export function PendingMessage({ answer }: { readonly answer: Outgoing }) {
  const { say } = useWords();
  const me = useMe();
  const left = Math.max(1, Math.ceil((answer.goesAt - useNow()) / 1000));
  return (
    <article className="message" data-kind="answer" data-pending="true">
      <header className="message-head">
        <Face name={me.name} staff large />
        <span className="strong">{me.name}</span>
        <span className="tag number">{say("message.sending", { n: left })}</span>
      </header>
      <div className="message-text wrap">{answer.text}</div>
    </article>
  );
}
