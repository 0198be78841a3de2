// A ticket's state as a word with a shape: open a ring, waiting bars, closed a check, refused a bar across.
import type { TicketSummary } from "../../shared/shapes.ts";
import type { WordKey } from "../words/console-words.ts";
import { useWords } from "../words/words.tsx";
import { ClockShape } from "./clock.tsx";
import type { ClockState } from "./clock-state.ts";

export function TicketState({ ticket }: { readonly ticket: Pick<TicketSummary, "status" | "refused" | "outcome"> }) {
  const { say } = useWords();
  const { word, shape, tone } = stateOf(ticket);
  return (
    <span className="tag" data-tone={tone}>
      <ClockShape state={shape} part={0.35} />
      {say(word)}
    </span>
  );
}

function stateOf(ticket: Pick<TicketSummary, "status" | "refused" | "outcome">): { word: WordKey; shape: ClockState; tone?: string } {
  if (ticket.refused) return { word: "status.refused", shape: "withdrawn", tone: "warn" };
  if (ticket.status === "waiting") return { word: "status.waiting", shape: "paused" };
  if (ticket.status === "open") return { word: "status.open", shape: "calm", tone: "good" };
  if (ticket.outcome === "unresolved") return { word: "status.unresolved", shape: "withdrawn" };
  return { word: ticket.outcome === "solved" ? "status.solved" : "status.closed", shape: "kept" };
}
