// The people who answer.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { NewStaff, Page, Staff } from "../../shared/shapes.ts";

export function useStaff() {
  return useQuery({
    queryKey: ["staff"],
    queryFn: async ({ signal }) => (await call<Pick<Page<Staff>, "items">>("/staff", { signal })).items,
    staleTime: 60_000,
  });
}

export function useStaffChanges() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["staff"] });
  const add = useMutation({ mutationFn: (body: NewStaff) => call<Staff>("/staff", { method: "POST", body }), onSuccess });
  const change = useMutation({
    mutationFn: ({ id, ...body }: { id: string; role?: Staff["role"]; disabled?: boolean }) => call<Staff>(`/staff/${encodeURIComponent(id)}`, { method: "PATCH", body }),
    onSuccess,
  });
  return { add, change };
}
