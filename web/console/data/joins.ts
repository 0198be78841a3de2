// Joining a ticket with another, and undoing it: what is proposed, what the authors would read, and the act itself.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { JoinPreview, SimilarTicket, Ticket } from "../../shared/shapes.ts";
import { tell, tellTrouble } from "../parts/tell.ts";
import { troubleText } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { refresh, ticketKey, ticketPath } from "./ticket.ts";

/** Open tickets of the same customer that seem to be about the same. */
export const useSimilar = (number: string, wanted: boolean) =>
  useQuery({ queryKey: [...ticketKey(number), "similar"], enabled: wanted, queryFn: ({ signal }) => call<{ readonly items: readonly SimilarTicket[] }>(`${ticketPath(number)}/similar`, { signal }) });

/** What the authors would read: of joining `number` with another, or, with null, of undoing its join. Not asked once it is being done: of what is done nothing more can be said. */
export const useJoinPreview = (number: string, other: string | null, wanted: boolean) =>
  useQuery({
    queryKey: [...ticketKey(number), "join", other ?? ""],
    enabled: wanted && other !== "",
    retry: false,
    queryFn: ({ signal }) => call<JoinPreview>(`${ticketPath(number)}/join${other === null ? "" : `?with=${encodeURIComponent(other)}`}`, { signal }),
  });

/** Joins, or with null undoes it; the ticket that is to be looked at afterwards. */
export function useJoin(number: string) {
  const client = useQueryClient();
  const { say } = useWords();
  return useMutation({
    mutationFn: (other: string | null) => call<Ticket>(`${ticketPath(number)}/join`, other === null ? { method: "DELETE" } : { method: "PUT", body: { with: other } }),
    onSuccess: (ticket, other) => {
      tell(say(other === null ? "join.parted" : "join.done", { number: ticket.number }));
      client.setQueryData(ticketKey(ticket.number), ticket);
    },
    onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)),
    onSettled: () => Promise.all([refresh(client, number), client.invalidateQueries({ queryKey: ["ticket"] })]),
  });
}
