// Answers on their way, above every screen: the seconds that are left, and the way to take them back.
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { ApiProblem } from "../../shared/api-problem.ts";
import { onEnded, type Outgoing, takeBack, useOutgoing } from "../data/outgoing.ts";
import { useNow } from "../parts/now.ts";
import { tell, tellTrouble } from "../parts/tell.ts";
import { troubleText } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";

export function OutgoingBar() {
  const { say } = useWords();
  const waiting = useOutgoing();
  useEffect(
    () =>
      onEnded((ended) => {
        if (ended.sent) return tell(say("compose.sent", { number: ended.number }));
        const conflict = ended.error instanceof ApiProblem && ended.error.code === "changed-meanwhile";
        const why = conflict ? say("conflict.title") : troubleText(ended.error, say);
        tellTrouble(say("compose.not-sent", { number: ended.number }), say("compose.not-sent-hint", { why: `${why.replace(/[.\s]+$/u, "")}.`, number: ended.number }));
      }),
    [say],
  );
  if (waiting.length === 0) return null;
  return (
    <div className="outgoing" role="status">
      {waiting.map((each) => (
        <One key={each.key} answer={each} />
      ))}
    </div>
  );
}

function One({ answer }: { readonly answer: Outgoing }) {
  const { say } = useWords();
  const go = useNavigate();
  const now = useNow();
  const left = Math.max(1, Math.ceil((answer.goesAt - now) / 1000));
  const undo = (): void => {
    if (!takeBack(answer.key)) return;
    tell(say("compose.undone"));
    void go({ to: "/tickets/$number", params: { number: answer.number } });
  };
  return (
    <div className="outgoing-one">
      <span className="number" aria-hidden={!answer.sending}>
        {answer.sending ? say("compose.sending", { number: answer.number }) : say("compose.goes-out", { number: answer.number, n: left })}
      </span>
      {answer.sending ? null : (
        <Button size="xs" variant="default" onClick={undo}>
          {say("app.undo")}
        </Button>
      )}
      <span className="outgoing-bar" aria-hidden="true" />
    </div>
  );
}
