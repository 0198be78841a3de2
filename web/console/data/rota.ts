// The rota: a week of it, and changing it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { AbsenceInput, CapacityInput, Rota, RotaChanged, ShiftInput } from "../../shared/shapes.ts";

/** The week from that day ("YYYY-MM-DD"), or this one. */
export const useRota = (from: string | undefined) =>
  useQuery({ queryKey: ["rota", from ?? ""], queryFn: ({ signal }) => call<Rota>(`/rota${query({ from: from ?? "" })}`, { signal }), refetchInterval: 60_000 });

/** Without an id something new is set, with one what stands is changed. */
type Change =
  | { readonly set: "shifts"; readonly body: ShiftInput; readonly id?: string }
  | { readonly set: "absences"; readonly body: AbsenceInput; readonly id?: string }
  | { readonly set: "capacity"; readonly body: CapacityInput; readonly id: string }
  | { readonly drop: "shifts" | "absences"; readonly id: string };

function sent(change: Change): Promise<RotaChanged> {
  if ("drop" in change) return call<RotaChanged>(`/${change.drop}/${change.id}`, { method: "DELETE" });
  const path = change.set === "capacity" ? `/staff/${change.id}/capacity` : `/${change.set}/${change.id ?? crypto.randomUUID()}`;
  return call<RotaChanged>(path, { method: "PUT", body: change.body });
}

export function useRotaChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: sent,
    onSettled: () => client.invalidateQueries({ queryKey: ["rota"] }),
  });
}
