// The versions of the policy, what one of them changes, and withdrawing one that is still to come.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { PolicyVersion, VersionChanges } from "../../shared/shapes.ts";

const key = ["policies"] as const;
const query = (lang: string): string => `?lang=${encodeURIComponent(lang)}`;

/** The newest first; read anew every few seconds while people are being told. */
export const useVersions = (lang: string) =>
  useQuery({
    queryKey: [...key, lang],
    queryFn: ({ signal }) => call<{ readonly items: readonly PolicyVersion[] }>(`/policies${query(lang)}`, { signal }),
    refetchInterval: (state) => (state.state.data?.items.some((v) => v.told.some((t) => t.doneAt === null || t.waiting > 0)) ? 3000 : false),
  });

export const useVersionChanges = (version: number, lang: string) =>
  useQuery({ queryKey: [...key, version, lang], queryFn: ({ signal }) => call<VersionChanges>(`/policies/${version}/changes${query(lang)}`, { signal }), staleTime: Infinity });

export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, why }: { readonly version: number; readonly why: string }) => call<unknown>(`/policies/${version}/withdrawal`, { method: "PUT", body: { why } }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
