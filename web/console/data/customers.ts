// The organisations and people whom the desk answers.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { Organisation, OrganisationWhole, Page, Person } from "../../shared/shapes.ts";

export function useOrganisations(q: string) {
  return useInfiniteQuery({
    queryKey: ["organisations", q],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => call<Page<Organisation>>(`/organisations${query({ q, cursor: pageParam, limit: 50 })}`, { signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
}

export function useOrganisation(id: string) {
  return useQuery({ queryKey: ["organisation", id], queryFn: ({ signal }) => call<OrganisationWhole>(`/organisations/${encodeURIComponent(id)}`, { signal }) });
}

export function usePeople(q: string) {
  return useQuery({
    queryKey: ["people", q],
    enabled: q.trim().length >= 2,
    queryFn: async ({ signal }) => (await call<Page<Person>>(`/people${query({ q: q.trim(), limit: 8 })}`, { signal })).items,
    placeholderData: (before) => before,
  });
}

export function useAddPerson(organisation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; email: string; sees: Person["sees"] }) => call<Person>(`/organisations/${encodeURIComponent(organisation)}/people`, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["organisation", organisation] }),
  });
}

/** Null takes it out. A number that cannot be is refused with its reason. */
export function useSetTaxDetails(organisation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { country: string | null; vatNumber: string | null }) => call<OrganisationWhole>(`/organisations/${encodeURIComponent(organisation)}`, { method: "PATCH", body }),
    onSuccess: (whole) => client.setQueryData(["organisation", organisation], whole),
  });
}
