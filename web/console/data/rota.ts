// The rota: a week of it, and changing it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { AbsenceInput, Rota, RotaChanged, ShiftInput } from "../../shared/shapes.ts";

/** The week from that day ("YYYY-MM-DD"), or this one. */
export const useRota = (from: string | undefined) =>
  useQuery({ queryKey: ["rota", from ?? ""], queryFn: ({ signal }) => call<Rota>(`/rota${query({ from: from ?? "" })}`, { signal }), refetchInterval: 60_000 });

type Change = { readonly set: "shifts"; readonly body: ShiftInput } | { readonly set: "absences"; readonly body: AbsenceInput } | { readonly drop: "shifts" | "absences"; readonly id: string };

export function useRotaChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) =>
      "set" in change ? call<RotaChanged>(`/${change.set}/${crypto.randomUUID()}`, { method: "PUT", body: change.body }) : call<RotaChanged>(`/${change.drop}/${change.id}`, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: ["rota"] }),
  });
}
