// Lists of tickets by state, by whose they are and by words.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { Page, TicketSummary } from "../../shared/shapes.ts";

export interface Filter {
  readonly status: "open" | "waiting" | "closed" | "all";
  readonly assignee?: "me" | "none" | undefined;
  readonly q?: string | undefined;
  readonly requester?: string | undefined;
}

export function useTickets(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ["tickets", filter],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => call<Page<TicketSummary>>(`/tickets${query({ ...filter, cursor: pageParam, limit: 50 })}`, { signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
}

/** A few tickets that have these words, for the command palette. */
export function useFound(words: string) {
  return useQuery({
    queryKey: ["tickets", "found", words],
    enabled: words.trim().length >= 2,
    queryFn: ({ signal }) => call<Page<TicketSummary>>(`/tickets${query({ status: "all", q: words.trim(), limit: 8 })}`, { signal }),
  });
}
