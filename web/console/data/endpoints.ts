// Endpoints of other systems, what was told to each, and what an admin does about it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { Endpoint, EndpointSecret, HookDelivery } from "../../shared/shapes.ts";

const key = ["endpoints"] as const;
const path = (id: string): string => `/endpoints/${encodeURIComponent(id)}`;

export const useEndpoints = () => useQuery({ queryKey: key, queryFn: ({ signal }) => call<{ readonly items: readonly Endpoint[] }>("/endpoints", { signal }) });

/** Read anew every few seconds while something waits. */
export const useHookDeliveries = (id: string) =>
  useQuery({
    queryKey: [...key, id, "deliveries"],
    queryFn: ({ signal }) => call<{ readonly items: readonly HookDelivery[] }>(`${path(id)}/deliveries`, { signal }),
    refetchInterval: (query) => (query.state.data?.items.some((each) => each.state === "waiting") ? 3000 : false),
  });

/** Something done to an endpoint; `part` below its path, empty for itself. */
export interface Act {
  readonly id: string;
  readonly part?: string;
  readonly method: "POST" | "PUT" | "PATCH";
  readonly body?: unknown;
}

export function useActOnEndpoint() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, part = "", method, body = {} }: Act) => call<unknown>(`${path(id)}${part}`, { method, ...(method === "PUT" ? {} : { body }) }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Makes an endpoint, or with an id renews its secret; the answer holds the secret, this once. */
export function useEndpointSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { readonly id: string } | { readonly url: string; readonly events: readonly string[] }) =>
      "id" in given ? call<EndpointSecret>(`${path(given.id)}/secret`, { method: "POST" }) : call<EndpointSecret>("/endpoints", { method: "POST", body: given }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
