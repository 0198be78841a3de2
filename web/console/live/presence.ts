// Who else is on this ticket, and telling the others that we are: reading or writing.
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "../../shared/client.ts";
import type { Reading } from "../../shared/shapes.ts";
import { ticketPath } from "../data/ticket.ts";

export const presenceKey = (number: string) => ["presence", number] as const;
const AGAIN = 25_000;

/** The others on a ticket, told by the live line. `me` is left out. */
export function useOthers(number: string, me: string): readonly Reading[] {
  const { data } = useQuery<readonly Reading[]>({ queryKey: presenceKey(number), queryFn: () => [], enabled: false, initialData: [], staleTime: Infinity });
  return data.filter((each) => each.id !== me);
}

/** Tells the others what we do on this ticket, again and again, and that we have gone when we leave. */
export function useTellPresence(number: string, doing: "reading" | "writing"): void {
  useEffect(() => {
    const tell = (what: string): void => {
      // Presence is a courtesy: that it could not be told is no reason to trouble anybody.
      void call(`${ticketPath(number)}/presence`, { method: "PUT", body: { doing: what } }).catch(() => undefined);
    };
    tell(doing);
    const timer = window.setInterval(() => {
      if (!document.hidden) tell(doing);
    }, AGAIN);
    return () => window.clearInterval(timer);
  }, [number, doing]);
  useEffect(() => {
    const leave = (): void => {
      void call(`${ticketPath(number)}/presence`, { method: "PUT", body: { doing: "gone" }, last: true }).catch(() => undefined);
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [number]);
}
