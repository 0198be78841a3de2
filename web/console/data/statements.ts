// The statements of what was charged, and making those of a month that is over.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { Statement } from "../../shared/shapes.ts";

interface List {
  readonly items: readonly Statement[];
}

/** The newest first. */
export const useStatements = () => useQuery({ queryKey: ["statements"], queryFn: ({ signal }) => call<List>("/statements", { signal }) });

/** `month` as "2026-03". The desk takes only one that is over. */
export function useMakeStatements() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (month: string) => call<List>("/statements", { method: "POST", body: { month } }),
    onSettled: () => client.invalidateQueries({ queryKey: ["statements"] }),
  });
}
