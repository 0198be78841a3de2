// The clock that the agent has running, on every screen but its own ticket: nobody walks away from paid time without seeing it.
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { call } from "../../shared/client.ts";
import type { OwnClock as Running } from "../../shared/shapes.ts";
import { Icon } from "../parts/icon.tsx";
import { useNow } from "../parts/now.ts";
import { timeText } from "../parts/time-text.ts";
import { useWords } from "../words/words.tsx";

const SOON = 5 * 60_000;

export function OwnClock() {
  // Below "tickets": whatever touches a ticket has it read anew.
  const running = useQuery({ queryKey: ["tickets", "own-clock"], staleTime: 60_000, queryFn: ({ signal }) => call<Running | null>("/clock", { signal }) }).data;
  return running ? <Shown running={running} /> : null;
}

function Shown({ running }: { readonly running: Running }) {
  const { say } = useWords();
  const now = useNow();
  const here = useLocation().pathname.endsWith(`/tickets/${encodeURIComponent(running.number)}`);
  if (here) return null;
  const worked = running.before + Math.max(now - Date.parse(running.starts), 0);
  const { cap } = running;
  const state = cap === null ? "runs" : worked >= cap ? "over" : cap - worked <= SOON ? "soon" : "runs";
  return (
    <Link to="/tickets/$number" params={{ number: running.number }} className="own-clock" data-state={state} title={running.subject}>
      <Icon name="clock" />
      <span>{say("work.mine", { number: running.number })}</span>
      <span className="number strong" role="timer">
        {timeText(cap === null ? worked : Math.min(worked, cap))}
        {cap === null ? null : ` / ${timeText(cap)}`}
      </span>
    </Link>
  );
}
