// Tables of customers: sent, looked at, brought in; asked about as long as one of them is on its way.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, sendFile } from "../../shared/client.ts";
import type { Import, ImportWhole } from "../../shared/shapes.ts";

const EVERY = 1_000;
const onItsWay = (each: Pick<Import, "state"> | undefined): boolean => each?.state === "checking" || each?.state === "running";

export function useImports() {
  return useQuery({
    queryKey: ["imports"],
    queryFn: async ({ signal }) => (await call<{ items: Import[] }>("/imports", { signal })).items,
    refetchInterval: ({ state }) => (state.data?.some(onItsWay) ? EVERY : false),
  });
}

export function useImport(id: string) {
  return useQuery({ queryKey: ["import", id], queryFn: ({ signal }) => call<ImportWhole>(`/imports/${id}`, { signal }), refetchInterval: ({ state }) => (onItsWay(state.data) ? EVERY : false) });
}

export function useSendImport() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (file: File) => sendFile<Import>("/imports", file), onSuccess: () => client.invalidateQueries({ queryKey: ["imports"] }) });
}

export function useActOnImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (does: "run" | "drop") => call<ImportWhole | null>(`/imports/${id}${does === "run" ? "/run" : ""}`, { method: does === "run" ? "PUT" : "DELETE" }),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ["import", id] }), client.invalidateQueries({ queryKey: ["imports"] })]),
  });
}
