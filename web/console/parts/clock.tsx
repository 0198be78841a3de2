// A promise as a running clock: its state by shape, by word and by colour, so that none of them is needed alone.
import type { PromiseState } from "../../shared/shapes.ts";
import { useWords } from "../words/words.tsx";
import { type ClockState, clockState, clockWords } from "./clock-state.ts";
import { useNow } from "./now.ts";

interface Shown {
  readonly state: PromiseState;
  readonly due: string | null;
  readonly starts?: string | null;
  readonly label?: string;
}

export function Clock({ state, due, starts = null, label }: Shown) {
  const { say } = useWords();
  const end = due === null ? null : Date.parse(due);
  const begin = starts === null ? null : Date.parse(starts);
  const near = end !== null && state === "running" && Math.abs(end - Date.now()) < 16 * 60_000;
  const now = useNow(near ? 1000 : 15_000);
  const stands = clockState(state, begin, end, now);
  const words = clockWords(stands, end, now, say);
  const part = end !== null && begin !== null && end > begin ? Math.min(1, Math.max(0, (now - begin) / (end - begin))) : 0.35;
  return (
    <span className="clock" data-state={stands} title={say(`clock.word.${stands}`)}>
      <ClockShape state={stands} part={part} />
      {label === undefined ? null : <span className="hidden">{label} </span>}
      <span>{words}</span>
    </span>
  );
}

/** A filling disc while there is time, a triangle when it is near, a full octagon when it is late, bars when it stands still. */
export function ClockShape({ state, part }: { readonly state: ClockState; readonly part: number }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      {shape(state, part)}
    </svg>
  );
}

function shape(state: ClockState, part: number) {
  switch (state) {
    case "calm": {
      const round = 2 * Math.PI * 2.6;
      return (
        <>
          <circle cx="7" cy="7" r="5.6" />
          <circle cx="7" cy="7" r="2.6" strokeWidth="5.2" strokeDasharray={`${round * part} ${round}`} transform="rotate(-90 7 7)" />
        </>
      );
    }
    case "soon":
      return <path d="M7 1.8 13 12.3H1zM7 5.6v3M7 10.4v.1" strokeLinejoin="round" strokeLinecap="round" />;
    case "late":
    case "broken":
      return (
        <>
          <path d="M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5z" fill="currentColor" />
          <path d="M7 3.8v3.9M7 10v.1" stroke="var(--surface)" strokeLinecap="round" />
        </>
      );
    case "paused":
      return <path d="M4.5 2.5v9M9.5 2.5v9" strokeWidth="2.2" strokeLinecap="round" />;
    case "kept":
      return (
        <>
          <circle cx="7" cy="7" r="5.6" />
          <path d="M4.5 7.2 6.3 9l3.2-3.6" strokeLinecap="round" strokeLinejoin="round" />
        </>
      );
    case "withdrawn":
      return (
        <>
          <circle cx="7" cy="7" r="5.6" />
          <path d="M4.5 7h5" strokeLinecap="round" />
        </>
      );
    case "timeless":
      return <circle cx="7" cy="7" r="5.6" strokeDasharray="2 2" />;
  }
}
