// Keeps every screen fresh: an event makes what it touches be read again, and says aloud that a request came in.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import type { LiveEvent } from "../../shared/shapes.ts";
import { ticketKey } from "../data/ticket.ts";
import { useWords } from "../words/words.tsx";
import { listen } from "./line.ts";
import { presenceKey } from "./presence.ts";

const Line = createContext(false);
/** True while the line to the desk's events is open. */
export const useLine = (): boolean => use(Line);

const PAUSE = 250; // a burst of events is one reading

export function Live({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const [arrived, setArrived] = useState(0);
  useEffect(() => {
    const touched = new Set<string>();
    let timer: number | undefined;
    const readAgain = (): void => {
      timer = undefined;
      for (const number of touched) void client.invalidateQueries({ queryKey: ticketKey(number) });
      touched.clear();
      void client.invalidateQueries({ queryKey: ["queue"] });
      void client.invalidateQueries({ queryKey: ["tickets"] });
      void client.invalidateQueries({ queryKey: ["problems"] });
    };
    const heard = (data: string): void => {
      const event = eventIn(data);
      if (!event) return;
      if ("who" in event) return void client.setQueryData(presenceKey(event.ticket), event.who);
      if (event.kind === "ask") setArrived((n) => n + 1);
      if (event.ticket) touched.add(event.ticket);
      timer ??= window.setTimeout(readAgain, PAUSE);
    };
    let was = true;
    const line = (now: boolean): void => {
      setOpen(now);
      if (now && !was) void client.invalidateQueries(); // what happened while the line was down
      was = now;
    };
    const leave = listen({ heard, line });
    return () => {
      window.clearTimeout(timer);
      leave();
    };
  }, [client]);
  useEffect(() => {
    if (open) return undefined;
    const timer = window.setInterval(() => void client.invalidateQueries({ refetchType: "active" }), 30_000);
    return () => window.clearInterval(timer);
  }, [open, client]);
  return (
    <Line value={open}>
      {children}
      <div className="hidden" role="status" aria-live="polite">
        {arrived > 0 ? say("queue.arrived", { n: arrived }) : ""}
      </div>
    </Line>
  );
}

function eventIn(data: string): LiveEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null && "kind" in value ? (value as LiveEvent) : null;
  } catch {
    return null;
  }
}
