// The queue in the policy's order, and taking the next from it.
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { QueuePage, Ticket } from "../../shared/shapes.ts";
import { ticketKey } from "./ticket.ts";

export const queueKey = ["queue"] as const;

export function useQueue() {
  return useInfiniteQuery({
    queryKey: queueKey,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => call<QueuePage>(`/queue${query({ cursor: pageParam, limit: 100 })}`, { signal }),
    getNextPageParam: (page) => page.next,
  });
}

/** Takes the next request: never one that somebody else has. Null when there is none. */
export function useTakeNext() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<Ticket | null>("/queue/next", { method: "POST", body: {} }),
    onSuccess: (ticket) => {
      if (ticket) client.setQueryData(ticketKey(ticket.number), ticket);
      return client.invalidateQueries({ queryKey: queueKey });
    },
  });
}
