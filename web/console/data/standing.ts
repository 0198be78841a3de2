// What stands of a customer: read as of a moment, set for a time, taken out, taken back.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { CustomerStanding, TermInput } from "../../shared/shapes.ts";

const path = (id: string): string => `/organisations/${encodeURIComponent(id)}/standing`;

/** `knownAt`: what was known then; null for now. */
export function useStanding(id: string, knownAt: string | null) {
  return useQuery({
    queryKey: ["standing", id, knownAt],
    queryFn: ({ signal }) => call<CustomerStanding>(`${path(id)}${query({ ...(knownAt !== null && { knownAt }) })}`, { signal }),
    placeholderData: (before) => before,
  });
}

export type StandingAct = { readonly fact: string } & ({ readonly does: "set"; readonly term: TermInput } | { readonly does: "clear" | "undo" });

export function useSetStanding(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: StandingAct) => {
      const fact = `${path(id)}/${encodeURIComponent(act.fact)}`;
      if (act.does === "set") return call<CustomerStanding>(fact, { method: "PUT", body: act.term });
      return call<CustomerStanding>(act.does === "undo" ? `${fact}/newest` : fact, { method: "DELETE" });
    },
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ["standing", id] }), client.invalidateQueries({ queryKey: ["organisation", id] })]),
  });
}
