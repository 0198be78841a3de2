// Splitting a ticket and undoing it: what the customer would read, and the act itself.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { SplitPreview, Ticket } from "../../shared/shapes.ts";
import { tell, tellTrouble } from "../parts/tell.ts";
import { troubleText } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { ticketKey, ticketPath } from "./ticket.ts";

/** What stays, and what becomes a ticket of its own. */
export interface SplitInput {
  readonly stays: { readonly subject?: string; readonly facts?: Readonly<Record<string, string>> };
  readonly parts: readonly {
    readonly subject: string;
    readonly topic?: string;
    readonly pieces: readonly { readonly message: string; readonly text?: string; readonly files?: readonly string[] }[];
  }[];
}

/** What they would read if the ticket were split so, or, with null, if its split were undone; undefined: it is not said yet how. Not asked once it is being done: of what is done nothing more can be said. */
export const useSplitPreview = (number: string, wanted: SplitInput | null | undefined, open: boolean) =>
  useQuery({
    queryKey: [...ticketKey(number), "split", JSON.stringify(wanted)],
    enabled: open && wanted !== undefined,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      wanted === null ? call<SplitPreview>(`${ticketPath(number)}/split`, { signal }) : call<SplitPreview>(`${ticketPath(number)}/split/preview`, { method: "POST", body: wanted, signal }),
  });

/** Splits, or with null undoes it; the ticket that is to be looked at afterwards. */
export function useSplit(number: string) {
  const client = useQueryClient();
  const { say } = useWords();
  return useMutation({
    mutationFn: (wanted: SplitInput | null) => call<Ticket>(`${ticketPath(number)}/split`, wanted === null ? { method: "DELETE" } : { method: "POST", body: wanted }),
    onSuccess: (ticket, wanted) => {
      tell(say(wanted === null ? "split.undone" : "split.done", { number: ticket.number }));
      client.setQueryData(ticketKey(ticket.number), ticket);
    },
    onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)),
    onSettled: () => Promise.all([["ticket"], ["queue"], ["tickets"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
