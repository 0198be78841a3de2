// Mails of a ticket and of the desk, how they fare, and settling those that nobody can know about.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { MailHealth, OutgoingMail, Page, TicketMails } from "../../shared/shapes.ts";
import { tell, tellTrouble } from "../parts/tell.ts";
import { troubleText } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { ticketKey, ticketPath } from "./ticket.ts";

const SOON = 4_000; // ms: what is on its way is looked at again

/** How the mails of a ticket came and fared; looked at again with the ticket, and while one is on its way. */
export function useTicketMails(number: string) {
  return useQuery({
    queryKey: [...ticketKey(number), "mails"],
    queryFn: ({ signal }) => call<TicketMails>(`${ticketPath(number)}/mails`, { signal }),
    refetchInterval: ({ state }) => (state.data?.sent.some((each) => each.state === "sending" || (each.state === "waiting" && each.tries === 0)) ? SOON : false),
  });
}

export const useMailHealth = () => useQuery({ queryKey: ["mail-health"], queryFn: ({ signal }) => call<MailHealth>("/mail-health", { signal }), refetchInterval: 15_000 });

/** What a person has to settle. */
export const useUnsettled = () =>
  useQuery({ queryKey: ["mail-health", "unsettled"], queryFn: ({ signal }) => call<Page<OutgoingMail>>("/outgoing-mails?limit=100", { signal }), refetchInterval: 15_000 });

export type Settlement = "sent" | "again" | "left";

export function useSettle() {
  const client = useQueryClient();
  const { say } = useWords();
  return useMutation({
    mutationFn: ({ id, as }: { readonly id: string; readonly as: Settlement }) => call<OutgoingMail>(`/outgoing-mails/${id}/settlement`, { method: "PUT", body: { as } }),
    onSuccess: () => tell(say("delivery.done")),
    onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ["ticket"] }), client.invalidateQueries({ queryKey: ["mail-health"] })]),
  });
}
