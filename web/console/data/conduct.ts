// Cases of conduct: reading those that one may know of, reporting, and what is done in one; and who does not meet whom.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { ConductCase, ConductLine, Page, Value } from "../../shared/shapes.ts";
import { tell, tellTrouble } from "../parts/tell.ts";
import { troubleText } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { refresh, ticketPath } from "./ticket.ts";

export const useCases = () =>
  useInfiniteQuery({
    queryKey: ["conduct"],
    initialPageParam: "",
    queryFn: ({ signal, pageParam }) => call<Page<ConductLine>>(`/conduct${query({ cursor: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 60_000,
  });

export const useCase = (id: string) => useQuery({ queryKey: ["conduct", id], queryFn: ({ signal }) => call<ConductCase>(`/conduct/${encodeURIComponent(id)}`, { signal }) });

export interface Report {
  readonly person?: string; // the requester where it is not said
  readonly facts: Readonly<Record<string, Value>>;
  readonly messages: readonly string[];
  readonly statement: string;
}

export function useReport(number: string) {
  const client = useQueryClient();
  const { say } = useWords();
  return useMutation({
    mutationFn: (body: Report) => call<ConductCase>(`${ticketPath(number)}/conduct`, { method: "POST", body }),
    onSuccess: () => tell(say("conduct.reported")),
    onSettled: () => Promise.all([refresh(client, number), client.invalidateQueries({ queryKey: ["conduct"] })]),
  });
}

/** A part of the case is set: decider, decision, appeal, lifting. What cannot be is said with the reason. */
export function useCaseChange(id: string) {
  const client = useQueryClient();
  const { say } = useWords();
  return useMutation({
    mutationFn: ({ part, body }: { readonly part: "decider" | "decision" | "appeal" | "lifting"; readonly body: unknown }) =>
      call<ConductCase>(`/conduct/${encodeURIComponent(id)}/${part}`, { method: "PUT", body }),
    onSuccess: (seen) => {
      client.setQueryData(["conduct", id], seen);
      tell(say("conduct.done"));
    },
    onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)),
    onSettled: () => client.invalidateQueries({ queryKey: ["conduct"] }),
  });
}

interface Kept {
  readonly items: readonly { readonly id: string; readonly name: string; readonly since: string }[];
}
export const useShields = (person: string, wanted: boolean) =>
  useQuery({ queryKey: ["shields", person], enabled: wanted, queryFn: ({ signal }) => call<Kept>(`/people/${person}/shields`, { signal }) });

export function useShieldChange(person: string) {
  const client = useQueryClient();
  const { say } = useWords();
  return useMutation({
    mutationFn: ({ staff, on }: { readonly staff: string; readonly on: boolean }) => call<Kept>(`/people/${person}/shields/${staff}`, on ? { method: "PUT", body: {} } : { method: "DELETE" }),
    onSuccess: (kept) => client.setQueryData(["shields", person], kept),
    onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)),
  });
}
