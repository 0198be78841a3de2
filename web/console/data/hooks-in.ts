// Webhooks that come in: the systems that may tell what stands of customers, what came lately, and what an admin does about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { HookCall, HookInList, HookMap, MadeHookIn } from "../../shared/shapes.ts";

const key = ["hooks-in"] as const;
const path = (id: string): string => `/hooks/${encodeURIComponent(id)}`;

export const useHooksIn = () => useQuery({ queryKey: key, queryFn: ({ signal }) => call<HookInList>("/hooks", { signal }) });

/** Read anew every few seconds: what comes in comes without anybody doing something here. */
export const useHookCalls = (id: string) =>
  useQuery({ queryKey: [...key, id], queryFn: ({ signal }) => call<{ readonly items: readonly HookCall[] }>(`${path(id)}/calls`, { signal }), refetchInterval: 5000 });

/** Makes one, or with an id renews its secret; the answer holds the secret, this once. */
export function useHookInSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { readonly id: string } | { readonly name: string; readonly map: HookMap }) =>
      "id" in given ? call<MadeHookIn>(`${path(given.id)}/secrets`, { method: "POST" }) : call<MadeHookIn>("/hooks", { method: "POST", body: given }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export type HookInAct = { readonly id: string } & ({ readonly remove: true } | { readonly paused: boolean } | { readonly removed: false });

export function useActOnHookIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: HookInAct) => {
      if ("remove" in act) return call<null>(path(act.id), { method: "DELETE" });
      const { id, ...body } = act;
      return call<null>(path(id), { method: "PATCH", body });
    },
    onSuccess: (_, act) => {
      if ("remove" in act) client.setQueryData<HookInList>(key, (list) => list && { ...list, items: list.items.filter((each) => each.id !== act.id) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: key, exact: true }),
  });
}
