// What happened to the ticket, newest first.
import type { Ticket, TimelineEntry } from "../../../shared/shapes.ts";
import { At } from "../../parts/times.tsx";
import { isWord } from "../../words/console-words.ts";
import { type Say, useWords } from "../../words/words.tsx";

export function Happenings({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const newest = ticket.timeline.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <ol className="timeline">
      {newest.map((each) => (
        <li key={each.id} className="happening">
          <span>{happeningText(each, say)}</span>
          <span className="quiet small">
            {each.by.name || say("happening.by-desk")} · <At at={each.at} />
          </span>
          {reasonOf(each) ? <span className="small">{reasonOf(each)}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function happeningText(entry: TimelineEntry, say: Say): string {
  const { promise, why, problem } = entry.detail;
  const key = `happening.${entry.kind}${problem !== undefined && (entry.kind === "answer" || entry.kind === "close") ? "-together" : ""}`;
  const paused = `paused.${String(why)}`;
  return isWord(key)
    ? say(key, { promise: typeof promise === "string" ? promise : "", why: isWord(paused) ? say(paused) : "", problem: typeof problem === "string" ? problem : "" })
    : say("happening.other", { kind: entry.kind });
}

function reasonOf(entry: TimelineEntry): string | null {
  const reason = entry.detail["reason"];
  return typeof reason === "string" && reason !== "" ? `“${reason}”` : null;
}
