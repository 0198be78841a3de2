// The sums of the ledger, and whether everybody may read them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { Drifts, LedgerSums, Publication } from "../../shared/shapes.ts";

export type By = LedgerSums["by"];

/** Sums by one thing over so many weeks up to now. */
export const useSums = (by: By, weeks: number) =>
  useQuery({
    queryKey: ["ledger", by, weeks],
    queryFn: ({ signal }) => call<LedgerSums>(`/ledger/sums${query({ by, from: new Date(Date.now() - (weeks - 1) * 7 * 86_400_000).toISOString().slice(0, 10) })}`, { signal }),
    placeholderData: (before) => (before?.by === by ? before : undefined),
  });

const publicationKey = ["ledger", "publication"] as const;
export const usePublication = () => useQuery({ queryKey: publicationKey, queryFn: ({ signal }) => call<Publication>("/ledger/publication", { signal }) });

export function usePublish() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: Publication) => call<Publication>("/ledger/publication", { method: "PUT", body }), onSettled: () => client.invalidateQueries({ queryKey: publicationKey }) });
}

/** What customers were told otherwise than the clock has it. */
export const useDrifts = () => useQuery({ queryKey: ["ledger", "drifts"], queryFn: ({ signal }) => call<Drifts>("/ledger/drifts", { signal }) });

/** The customer is told the time that holds, by mail. */
export function useTellTime() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ticket, id }: { readonly ticket: string; readonly id: string }) => call<unknown>(`/tickets/${encodeURIComponent(ticket)}/promises/${id}/told`, { method: "PUT" }),
    onSettled: () => client.invalidateQueries({ queryKey: ["ledger", "drifts"] }),
  });
}
