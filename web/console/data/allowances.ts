// What a customer's plan includes and what they bought beforehand: read, sold, corrected.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { Allowances, NewPack, PackCorrection } from "../../shared/shapes.ts";

const path = (organisation: string): string => `/organisations/${encodeURIComponent(organisation)}`;

export const useAllowances = (organisation: string) => useQuery({ queryKey: ["allowances", organisation], queryFn: ({ signal }) => call<Allowances>(`${path(organisation)}/allowances`, { signal }) });

export function useSellPack(organisation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (pack: NewPack) => call<Allowances>(`${path(organisation)}/packs`, { method: "POST", body: pack }),
    onSuccess: (kept) => client.setQueryData(["allowances", organisation], kept),
  });
}

export function useCorrectPack(organisation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ pack, ...body }: PackCorrection & { readonly pack: string }) => call<Allowances>(`${path(organisation)}/packs/${encodeURIComponent(pack)}`, { method: "PATCH", body }),
    onSuccess: (kept) => client.setQueryData(["allowances", organisation], kept),
  });
}
